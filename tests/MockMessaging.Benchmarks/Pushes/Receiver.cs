using System.Net;
using System.Net.Sockets;

namespace MockMessaging.Benchmarks.Pushes;

/// <summary>
/// Takes pushes in a process of its own, on bare sockets, because whatever it uses is missing to the server. Prints its port; GET tells what
/// it has seen.
/// </summary>
internal static class Receiver
{
    public static void Run()
    {
        var ledger = new Ledger();
        using var listener = new Socket(SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(512);
        Console.WriteLine(((IPEndPoint)listener.LocalEndPoint!).Port);
        while (true)
        {
            new Sender(listener.Accept(), ledger).Serve();
        }
    }
}
