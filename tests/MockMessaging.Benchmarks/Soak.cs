using System.Diagnostics;
using MockMessaging.Benchmarks.Pushes;

namespace MockMessaging.Benchmarks;

/// <summary>
/// Half the load it could take, with pushes, for minutes. Each minute ends with a reset, as test runs do: what is kept then never exceeds a
/// minute's messages, so memory and file have to stay where they are.
/// </summary>
internal static class Soak
{
    private const int Connections = 32;
    private const int TrialSeconds = 10;
    private const int LoadedSeconds = 56;
    private const int RestMilliseconds = 20;
    private const int Unsettled = 3;
    private const double FlatMegabytesAMinute = 2;

    public static void Run(Bench bench, int minutes)
    {
        using var receiver = ReceiverProcess.Start();
        using var server = bench.Published.StartOnFile();
        receiver.Register(server, Bench.Key);
        bench.Warm(server, () => server.AwaitIdle(Bench.Key));
        var started = Stopwatch.GetTimestamp();
        var full = Load.Run(server, Connections, TrialSeconds, () => server.AwaitIdle(Bench.Key)).Sent / Stopwatch.GetElapsedTime(started).TotalSeconds;

        // wrk has no rate, so that many connections rest after each answer that half the load comes of it.
        var connections = Math.Max(1, (int)(full / 2 * RestMilliseconds / 1_000));
        Console.WriteLine($"Full load with pushes {full:N0} messages/s; half of it by {connections} connections that rest {RestMilliseconds} ms after each answer.");
        Console.WriteLine("A reset ends each minute; memory and file as they are before it.");
        Console.WriteLine();
        Console.WriteLine("| Minute | Messages | Pushes | Out of order, lost | Memory | Data file | Statuses late, most | Store behind |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        var memory = new List<(double Minute, double Megabytes)>();
        for (var minute = 1; minute <= minutes; minute++)
        {
            memory.Add((minute, Minute(server, receiver, minute, connections)));
        }

        var settled = memory.Where(point => point.Minute > Unsettled).ToList();
        if (settled.Count > 1)
        {
            var slope = Slope(settled);
            Console.WriteLine();
            Console.WriteLine($"Memory after minute {Unsettled}: {slope:+0.0;-0.0;0.0} MB a minute, {(slope <= FlatMegabytesAMinute ? "flat" : "not flat")}.");
        }
    }

    /// <returns>Memory at its end.</returns>
    private static double Minute(Server server, ReceiverProcess receiver, int minute, int connections)
    {
        server.Reset(Bench.Key);
        receiver.Register(server, Bench.Key);
        var (before, examples) = (receiver.Count(), server.Messages(Bench.Key));
        var latest = TimeSpan.Zero;
        using var over = new ManualResetEventSlim();
        var watch = new Thread(() =>
        {
            while (!over.Wait(TimeSpan.FromSeconds(1)))
            {
                var behind = server.Behind(Bench.Key);
                latest = behind > latest ? behind : latest;
            }
        });
        watch.Start();
        Load.Run(
            server,
            connections,
            LoadedSeconds,
            () =>
            {
                over.Set();
                watch.Join();
                server.AwaitIdle(Bench.Key);
            },
            restMilliseconds: RestMilliseconds);

        // From here on nothing happens, so whatever is still written had waited.
        var idle = DateTime.UtcNow;
        Thread.Sleep(TimeSpan.FromSeconds(2));
        var files = Directory.GetFiles(Path.GetDirectoryName(server.DataFile)!, Path.GetFileNameWithoutExtension(server.DataFile) + "*").Select(file => new FileInfo(file)).ToList();
        var behindBy = files.Max(file => file.LastWriteTimeUtc) - idle;
        var (after, messages, megabytes) = (receiver.Count(), server.Messages(Bench.Key) - examples, server.Megabytes);
        var pushes = after.Pushes - before.Pushes;
        Console.WriteLine(
            $"| {minute} | {messages:N0} | {pushes:N0} | {after.Misordered - before.Misordered}, {(3L * messages) - pushes} | {megabytes:N0} MB | {files.Sum(file => file.Length) / 1_048_576.0:N0} MB" +
            $" | {latest.TotalMilliseconds:N0} ms | {Math.Max(0, behindBy.TotalMilliseconds):N0} ms |");
        return megabytes;
    }

    private static double Slope(List<(double Minute, double Megabytes)> points)
    {
        var (middle, mean) = (points.Average(point => point.Minute), points.Average(point => point.Megabytes));
        return points.Sum(point => (point.Minute - middle) * (point.Megabytes - mean)) / points.Sum(point => (point.Minute - middle) * (point.Minute - middle));
    }
}
