namespace MockMessaging.Benchmarks;

/// <summary>How many messages a second are taken, in turn by floor and sandbox, so that a slow minute of the machine hits both.</summary>
internal static class Throughput
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan Span = TimeSpan.FromSeconds(8);

    // What a run leaves behind, statuses and commits, should not count against the next.
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);

    public static void Measure(Published published)
    {
        using var floor = published.StartFloor();
        using var memory = published.StartInMemory();
        using var file = published.StartOnFile();
        foreach (var server in new[] { floor, memory, file })
        {
            Load.Run(server, 8, WarmUp);
            Thread.Sleep(Rest);
        }

        Console.WriteLine();
        Console.WriteLine("message/send, no webhook set                requests/s              CPU a request, µs");
        Console.WriteLine("  store     connections     sandbox     floor   ratio     sandbox     floor   ratio");
        foreach (var connections in new[] { 1, 8, 32 })
        {
            foreach (var (name, sandbox) in new[] { (":memory:", memory), ("file", file) })
            {
                var bare = Load.Run(floor, connections, Span);
                var ours = Load.Run(sandbox, connections, Span);
                Console.WriteLine(
                    $"  {name,-9} {connections,11} {ours.PerSecond,11:F0} {bare.PerSecond,9:F0} {ours.PerSecond / bare.PerSecond,7:F2}" +
                    $" {ours.CpuMicroseconds,11:F0} {bare.CpuMicroseconds,9:F0} {ours.CpuMicroseconds / bare.CpuMicroseconds,7:F2}");
                Thread.Sleep(Rest);
            }
        }
    }
}
