using System.Diagnostics;
using System.Text.Json;

namespace MockMessaging.Benchmarks.Rows;

/// <summary>Whether calls take longer the more is stored: one connection, one call after the other, in turn on a small and a large workspace.</summary>
internal static class Stored
{
    private const double Budget = 1.5;
    private const int InSession = 50;
    private const int CallsARound = 40;
    private const int WarmUps = 3_000;

    public static IEnumerable<Row> Measure(Bench bench)
    {
        var small = Prepared(bench, bench.Sizes[0]);
        foreach (var size in bench.Sizes.Skip(1))
        {
            var large = Prepared(bench, size);
            yield return Compare("send", small.Send, large.Send);
            yield return Compare($"session/messages of {InSession}", small.List, large.List);

            Row Compare(string what, Func<double> smallCall, Func<double> largeCall)
            {
                var rounds = Enumerable.Range(0, bench.Rounds).Select(_ => (Small: smallCall(), Large: largeCall())).ToList();
                var ratio = rounds.Median(round => round.Large / round.Small);
                return new Row(
                    $"{what} with {size:N0} messages stored, against {bench.Sizes[0]:N0}",
                    $"{rounds.Median(round => round.Large):N0} µs",
                    $"{rounds.Median(round => round.Small):N0} µs",
                    ratio,
                    Budget: $"≤ {Budget}",
                    Met: ratio <= Budget);
            }
        }
    }

    /// <summary>The two calls on a workspace of that size, each told by its median time in microseconds.</summary>
    private static (Func<double> Send, Func<double> List) Prepared(Bench bench, int size)
    {
        var server = bench.Filled(size).Server;

        // All servers have run as much before they are compared; what that stores is thrown away.
        bench.Warm(server, () => { });
        server.AwaitIdle(Bench.Key);
        server.Reset(Bench.Key);

        // A contact that wrk and the filling leave alone.
        var send = Requests.Of("POST", "/api/v1/message/send", FilledServer.Key, Requests.Message("9999"));
        var id = "";
        using (var connection = new Connection(server.Address))
        {
            for (var message = 0; message < InSession; message++)
            {
                id = JsonElement.Parse(connection.Exchange(send).Span).GetProperty("results")[0].GetProperty("id").GetString();
            }
        }

        server.AwaitIdle(FilledServer.Key);
        var session = server.Call("GET", $"/_sandbox/messages/{id}", FilledServer.Key).GetProperty("sessionId").GetString();
        var list = Requests.Of("POST", "/api/v1/session/messages", FilledServer.Key, $$"""{"sessionId":"{{session}}"}""");
        Time(server, list, WarmUps);
        return (() => Time(server, Requests.Send(FilledServer.Key, 0), CallsARound), () => Time(server, list, CallsARound));
    }

    private static double Time(Server server, byte[] request, int calls)
    {
        using var connection = new Connection(server.Address);
        return Enumerable.Range(0, calls).Median(_ =>
        {
            var started = Stopwatch.GetTimestamp();
            connection.Exchange(request);
            return Stopwatch.GetElapsedTime(started).TotalMicroseconds;
        });
    }
}
