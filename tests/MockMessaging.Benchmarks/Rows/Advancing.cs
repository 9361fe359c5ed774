using System.Diagnostics;
using MockMessaging.Benchmarks.Pushes;

namespace MockMessaging.Benchmarks.Rows;

/// <summary>A stopped clock moved on by a week, with a thousand messages whose statuses are still to come and are pushed.</summary>
internal static class Advancing
{
    private const string Key = "advance";
    private const int Messages = 1_000;
    private const int Rounds = 5;
    private const double BudgetMilliseconds = 1_000;

    public static IEnumerable<Row> Measure(Bench bench)
    {
        using var receiver = ReceiverProcess.Start();
        using var server = bench.Published.StartOnFile();
        var times = Enumerable.Range(0, Rounds).Select(_ => Once(server, receiver)).ToList();
        var time = times.Median();
        yield return new Row(
            $"advance by 7 days over {Messages:N0} timers, {3 * Messages:N0} pushes", $"{time:N0} ms", Budget: $"≤ {BudgetMilliseconds:N0} ms", Met: time <= BudgetMilliseconds);
    }

    private static double Once(Server server, ReceiverProcess receiver)
    {
        server.Reset(Key);
        receiver.Register(server, Key);
        server.Call("PUT", "/_sandbox/clock", Key, """{"mode":"frozen"}""");
        using (var connection = new Connection(server.Address))
        {
            for (var message = 0; message < Messages; message++)
            {
                connection.Exchange(Requests.Send(Key, message));
            }
        }

        var started = Stopwatch.GetTimestamp();
        var pushes = server.Call("POST", "/_sandbox/clock/advance", Key, """{"by":"P7D"}""").GetProperty("pushes");
        var took = Stopwatch.GetElapsedTime(started);
        return pushes.GetProperty("succeeded").GetInt32() == 3 * Messages
            ? took.TotalMilliseconds
            : throw new InvalidOperationException($"Not every push came through: {pushes}");
    }
}
