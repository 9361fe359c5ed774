using System.Diagnostics;

namespace MockMessaging.Benchmarks;

/// <summary>What a server did under load.</summary>
internal sealed record Load(double PerSecond, double CpuMicroseconds)
{
    public static Load Run(Server server, int connections, TimeSpan span)
    {
        var (cpu, started, sent) = (server.CpuTime, Stopwatch.GetTimestamp(), 0L);
        Exception? failure = null;
        var threads = Enumerable.Range(0, connections).Select(number => new Thread(() =>
        {
            try
            {
                using var connection = new Connection(server.Address, number);
                var count = 0L;
                for (; Stopwatch.GetElapsedTime(started) < span; count++)
                {
                    connection.Send();
                }

                Interlocked.Add(ref sent, count);
            }
            catch (Exception problem) when (problem is InvalidOperationException or IOException or System.Net.Sockets.SocketException)
            {
                failure = problem;
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return failure is null
            ? new Load(sent / Stopwatch.GetElapsedTime(started).TotalSeconds, (server.CpuTime - cpu).TotalMicroseconds / sent)
            : throw new InvalidOperationException("The server did not answer well under load.", failure);
    }
}
