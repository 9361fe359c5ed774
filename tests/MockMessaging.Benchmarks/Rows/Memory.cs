using MockMessaging.Benchmarks.Pushes;

namespace MockMessaging.Benchmarks.Rows;

/// <summary>Resident memory with the garbage collector's settings of the published build, each time of a server of its own.</summary>
internal static class Memory
{
    private const int Rounds = 3;
    private const int SomeMessages = 100_000;
    private const int ManyMessages = 1_000_000;

    // As many as are taken without refusals: it is about what is kept, not about what waits.
    private const int AtOnce = 10_000;

    // The server gives memory back after five to ten seconds without work.
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(12);

    public static IEnumerable<Row> AtReady(Bench bench)
    {
        var rounds = Enumerable.Range(0, Rounds).Select(_ => (Floor: Once(bench.Published.StartFloor), Ours: Once(() => bench.Published.StartOnFile()))).ToList();
        var ratio = rounds.Median(round => round.Ours / round.Floor);
        yield return new Row(
            "memory at ready, data file", Megabytes(rounds.Median(round => round.Ours)), Megabytes(rounds.Median(round => round.Floor)), ratio, Budget: "≤ 1.6", Met: ratio <= 1.6);
    }

    public static IEnumerable<Row> AfterPushes(Bench bench)
    {
        using var receiver = ReceiverProcess.Start();
        using var server = bench.Published.StartOnFile();
        receiver.Register(server, FilledServer.Key);
        for (var sent = 0; sent < SomeMessages; sent += AtOnce)
        {
            FilledServer.Fill(server, FilledServer.Key, AtOnce);
        }

        yield return AtMost($"memory after {SomeMessages:N0} messages, {receiver.Count().Pushes:N0} pushes, at once", server.Megabytes, 280);
        Thread.Sleep(Rest);
        yield return AtMost("… once it rests", server.Megabytes, 280);
    }

    public static IEnumerable<Row> AfterMillion(Bench bench)
    {
        if (bench.Sizes.Contains(ManyMessages))
        {
            var filled = bench.Filled(ManyMessages);
            yield return AtMost($"memory after {ManyMessages:N0} messages, at once", filled.MegabytesWhenFilled, 700);
            Thread.Sleep(Rest);
            yield return AtMost("… once it rests", filled.Server.Megabytes, 700);
        }
    }

    private static Row AtMost(string what, double megabytes, double budget) =>
        new(what, Megabytes(megabytes), Budget: $"≤ {budget} MB", Met: megabytes <= budget);

    private static double Once(Func<Server> start)
    {
        using var server = start();
        return server.MegabytesAtReady;
    }

    private static string Megabytes(double value) => $"{value:N0} MB";
}
