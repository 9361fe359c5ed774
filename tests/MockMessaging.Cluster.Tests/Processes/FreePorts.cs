using System.Net;
using System.Net.Sockets;

namespace MockMessaging.Cluster.Tests.Processes;

/// <summary>Ports that no program of this machine uses, each given out once.</summary>
internal static class FreePorts
{
    private static readonly HashSet<int> Taken = [];

    public static IReadOnlyList<int> Take(int count)
    {
        lock (Taken)
        {
            var ports = new List<int>();
            while (ports.Count < count)
            {
                using var listener = new TcpListener(IPAddress.Loopback, 0);
                listener.Start();
                if (((IPEndPoint)listener.LocalEndpoint).Port is var port && Taken.Add(port))
                {
                    ports.Add(port);
                }
            }

            return ports;
        }
    }
}
