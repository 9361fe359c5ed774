using System.Diagnostics;
using MockMessaging.Benchmarks.Pushes;

namespace MockMessaging.Benchmarks.Rows;

/// <summary>message/send with three statuses a message pushed to a receiver on the same cores.</summary>
internal static class Pushed
{
    private const int Connections = 32;
    private const double Wanted = 0.25;
    private const double Gate = 0.15;

    public static IEnumerable<Row> Measure(Bench bench)
    {
        using var receiver = ReceiverProcess.Start();
        using var server = bench.Published.StartOnFile();
        receiver.Register(server, Bench.Key);
        var examples = server.Messages(Bench.Key);
        bench.Warm(server, () => server.AwaitIdle(Bench.Key));
        var overall = new List<(double Sent, double Pushed)>();
        var compared = Comparison.Run(bench, Connections, () =>
        {
            var (started, before) = (Stopwatch.GetTimestamp(), receiver.Count().Pushes);
            var load = Load.Run(server, Connections, bench.Seconds * 2, () => server.AwaitIdle(Bench.Key));
            var took = Stopwatch.GetElapsedTime(started).TotalSeconds;
            overall.Add((load.Sent / took, (receiver.Count().Pushes - before) / took));
            return load;
        });
        var sustained = overall.Median(round => round.Sent);
        var (counts, due) = (receiver.Count(), 3L * (server.Messages(Bench.Key) - examples));
        yield return Row.Of("send, every status pushed, 32 connections, while loaded", compared, Wanted);
        yield return Row.Of("… lower limit", compared, Gate) with { Ours = "", Floor = "", Cpu = "" };

        // The last READ is due a second after the load has ended.
        yield return new Row(
            $"… until all pushes were out ({overall.Median(round => round.Pushed):N0} pushes/s)",
            $"{sustained:N0}/s",
            $"{compared.Floor:N0}/s",
            sustained / compared.Floor);
        yield return new Row(
            $"… pushes out of order or lost, of {due:N0}",
            $"{counts.Misordered:N0} and {due - counts.Pushes:N0}",
            Budget: "none",
            Met: counts.Misordered == 0 && counts.Unfinished == 0 && counts.Pushes == due);
    }
}
