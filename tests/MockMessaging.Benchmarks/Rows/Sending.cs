namespace MockMessaging.Benchmarks.Rows;

/// <summary>message/send with no webhook set.</summary>
internal static class Sending
{
    // READ comes a second after acceptance.
    private static readonly TimeSpan UntilRead = TimeSpan.FromSeconds(1.3);

    public static IEnumerable<Row> OnFile(Bench bench, int connections, double? atLeast) =>
        [Measure(bench, bench.OnFile, $"send, data file, {Count(connections)}", connections, atLeast)];

    public static IEnumerable<Row> InMemory(Bench bench) => [Measure(bench, bench.InMemory, $"send, in memory, {Count(32)}", 32, 0.7)];

    public static IEnumerable<Row> Strict(Bench bench, int connections, double atLeast) =>
        [Measure(bench, bench.Strict, $"send, Durability Strict, {Count(connections)}", connections, atLeast)];

    public static IEnumerable<Row> ToKeys(Bench bench, int keys) =>
        [Measure(bench, bench.OnFile, $"send, data file, {Count(32)}, {keys} {(keys == 1 ? "workspace" : "workspaces")}", 32, keys == 256 ? 0.4 : null, keys)];

    private static Row Measure(Bench bench, Server server, string what, int connections, double? atLeast, int keys = 1)
    {
        var compared = Comparison.Run(bench, connections, () => Load.Run(server, connections, bench.Seconds, () => Thread.Sleep(UntilRead), keys));
        for (var key = 0; key < keys; key++)
        {
            server.Reset($"benchmark{key}");
        }

        return Row.Of(what, compared, atLeast);
    }

    private static string Count(int connections) => connections == 1 ? "1 connection" : $"{connections} connections";
}
