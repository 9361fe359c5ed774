using System.Diagnostics;

namespace MockMessaging.Benchmarks;

/// <summary>A server on a data file with a known number of messages in one workspace, all of them through with their statuses.</summary>
/// <param name="Server">The server.</param>
/// <param name="MegabytesWhenFilled">Its memory right after.</param>
internal sealed record FilledServer(Server Server, double MegabytesWhenFilled)
{
    public const string Key = "stored";

    private const int Connections = 8;
    private const int OnEnd = 50;

    // Time for disk and receiver to catch up.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    public static FilledServer Start(Published published, int messages)
    {
        var server = published.StartOnFile();
        Fill(server, Key, messages);
        return new FilledServer(server, server.Megabytes);
    }

    /// <summary>Sends so many messages, as fast as the server takes them, and waits for their statuses.</summary>
    public static void Fill(Server server, string key, int messages)
    {
        var started = Stopwatch.GetTimestamp();
        for (var left = messages; left > 0;)
        {
            left = Send(server, key, left);
        }

        server.AwaitIdle(key);
        Console.Error.WriteLine($"  stored {messages:N0} messages in {Stopwatch.GetElapsedTime(started).TotalSeconds:F1} s");
    }

    /// <summary>Sends several on end over each connection.</summary>
    /// <returns>How many the server was too busy for.</returns>
    private static int Send(Server server, string key, int messages)
    {
        var requests = Enumerable.Range(0, 1_000).Select(contact => Requests.Send(key, contact)).ToArray();
        var (left, again) = (messages, 0);
        Parallel.For(0, Connections, new ParallelOptions { MaxDegreeOfParallelism = Connections }, _ =>
        {
            using var connection = new Connection(server.Address);
            for (var next = Interlocked.Add(ref left, -OnEnd); next > -OnEnd; next = Interlocked.Add(ref left, -OnEnd))
            {
                var share = Enumerable.Range(next, OnEnd).Where(number => number >= 0).Select(number => requests[number % 1_000]).ToList();
                connection.Send(share.SelectMany(request => request).ToArray());
                var refused = share.Count(_ => connection.TryReceive() is null);
                if (refused > 0)
                {
                    Interlocked.Add(ref again, refused);
                    Thread.Sleep(Pause);
                }
            }
        });
        return again;
    }
}
