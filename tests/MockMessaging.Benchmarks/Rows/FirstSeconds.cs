namespace MockMessaging.Benchmarks.Rows;

/// <summary>message/send in the first seconds after the start, when most of a test run happens and .NET still compiles.</summary>
internal static class FirstSeconds
{
    private const int Connections = 32;
    private const int Seconds = 5;
    private const double Budget = 0.8;

    public static IEnumerable<Row> Measure(Bench bench)
    {
        var compared = Comparison.Run(bench.Rounds, () => Once(bench.Published.StartFloor), () => Once(() => bench.Published.StartOnFile()));
        yield return Row.Of($"send, data file, {Connections} connections, first {Seconds} s after the start", compared, Budget);
    }

    private static Load Once(Func<Server> start)
    {
        using var server = start();
        return Load.Run(server, Connections, Seconds, () => { });
    }
}
