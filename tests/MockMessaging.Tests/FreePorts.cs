using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Xunit;

namespace MockMessaging.Tests;

/// <summary>
/// Ports that no program of this machine uses, each given out once. They are below those that systems choose themselves: whoever ends and starts again on its
/// port must find it free, and must not be mistaken for another test's listener meanwhile.
/// </summary>
internal static class FreePorts
{
    private const int Lowest = 20_000;
    private const int Highest = 32_000;

    // Runs at the same time begin at different places.
    private static int _last = Lowest + (Environment.ProcessId % (Highest - Lowest));

    /// <summary>An address with such a port.</summary>
    public static string TakeUrl() => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Take()}");

    public static IReadOnlyList<int> Take(int count) => [.. Enumerable.Range(0, count).Select(_ => Take())];

    public static int Take()
    {
        while (true)
        {
            var port = Interlocked.Increment(ref _last);
            Assert.True(port < Highest + (Highest - Lowest), "There is no free port.");
            port = port < Highest ? port : port - (Highest - Lowest);
            if (IsFree(port))
            {
                return port;
            }
        }
    }

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
