using System.Diagnostics;

namespace MockMessaging.Benchmarks.Rows;

/// <summary>How long DELETE /_sandbox/workspace takes, as its caller sees it.</summary>
internal static class Resetting
{
    private const string Other = "other";
    private const double Budget = 5;

    // Filling up again to throw away again pays where it is quick.
    private const int Often = 3;
    private const int FilledQuickly = 100_000;

    public static IEnumerable<Row> Measure(Bench bench)
    {
        foreach (var size in bench.Sizes)
        {
            var server = bench.Filled(size).Server;
            server.Call("POST", "/api/v1/message/send", Other, Requests.Message("3000"));
            server.Reset(Other);
            var times = new List<double> { Once(server) };
            while (size <= FilledQuickly && times.Count < Often)
            {
                FilledServer.Fill(server, FilledServer.Key, size);
                times.Add(Once(server));
            }

            var time = times.Median();
            yield return new Row($"reset of a workspace of {size:N0} messages", $"{time:F1} ms", Budget: $"≤ {Budget} ms", Met: time <= Budget);
        }
    }

    private static double Once(Server server)
    {
        var started = Stopwatch.GetTimestamp();
        server.Reset(FilledServer.Key);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }
}
