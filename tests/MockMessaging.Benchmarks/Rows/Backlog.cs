namespace MockMessaging.Benchmarks.Rows;

/// <summary>
/// A minute of full load on end. What could pile up is statuses, seen each second as the time from the earliest one that is due to now,
/// and changes that wait for the disk, seen as the time the server takes to end right after, since it writes them all first.
/// </summary>
internal static class Backlog
{
    private const int Connections = 32;
    private static readonly TimeSpan Growth = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan StoreBudget = TimeSpan.FromSeconds(1);

    public static IEnumerable<Row> Measure(Bench bench)
    {
        var seconds = bench.Quick ? 15 : 60;
        using var server = bench.Published.StartOnFile("--Limits:MaxMessages=100000000");
        bench.Warm(server, () => { });
        server.AwaitIdle(Bench.Key);
        var floor = FloorRate(bench);
        var behind = new List<TimeSpan>();
        using var over = new ManualResetEventSlim();
        var watch = new Thread(() =>
        {
            while (!over.Wait(TimeSpan.FromSeconds(1)))
            {
                behind.Add(server.Behind(Bench.Key));
            }
        });
        watch.Start();
        var load = Load.Run(server, Connections, seconds, () => { });
        over.Set();
        watch.Join();
        var stop = server.Stop();
        floor = (floor + FloorRate(bench)) / 2;
        var third = behind.Count / 3;
        var (early, late) = (Typical(behind.Take(third)), Typical(behind.TakeLast(third)));
        yield return new Row(
            $"the same for {seconds} s on end, {load.Refused} refused",
            $"{load.PerSecond:N0}/s",
            $"{floor:N0}/s",
            load.PerSecond / floor,
            Budget: "≥ 0.45",
            Met: load.PerSecond / floor >= 0.45);
        yield return new Row(
            "… statuses late in its last third, against its first third",
            $"{late.TotalMilliseconds:N0} ms",
            $"{early.TotalMilliseconds:N0} ms",
            Budget: "not growing",
            Met: late <= early + Growth);
        yield return new Row("… until all was on disk and the server had ended", $"{stop.TotalMilliseconds:N0} ms", Budget: "≤ 1,000 ms", Met: load.Refused == 0 && stop <= StoreBudget);
    }

    private static double FloorRate(Bench bench) => Load.Run(bench.Floor, Connections, bench.Seconds * 2, () => { }).PerSecond;

    private static TimeSpan Typical(IEnumerable<TimeSpan> values) => TimeSpan.FromMilliseconds(values.Median(value => value.TotalMilliseconds));
}
