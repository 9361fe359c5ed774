using System.Net;
using System.Net.Sockets;

namespace MockMessaging.Cluster.Tests.Processes;

/// <summary>
/// A load balancer of connections, as a service of Kubernetes is: the next connection goes to the next replica that takes connections.
/// It changes nothing in what passes, so a broken connection arrives as such on the other side.
/// </summary>
internal sealed class Balancer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly IReadOnlyList<Replica> _replicas;
    private readonly CancellationTokenSource _stopped = new();
    private readonly Task _accepting;
    private volatile Replica? _takenOut;
    private int _next;

    public Balancer(IEnumerable<Replica> replicas)
    {
        _replicas = [.. replicas];
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>A replica that gets no new connections, as one that is not ready; null for none.</summary>
    public Replica? TakenOut
    {
        get => _takenOut;
        set => _takenOut = value;
    }

    public Uri Address => new($"http://{_listener.LocalEndpoint}/");

    public async ValueTask DisposeAsync()
    {
        await _stopped.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stopped.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptSocketAsync(_stopped.Token));
            }
        }
        catch (OperationCanceledException)
        {
            // Disposed.
        }
    }

    private async Task ServeAsync(Socket client)
    {
        using (client)
        {
            using var replica = await ConnectAsync();
            if (replica is null)
            {
                Break(client);
                return;
            }

            client.NoDelay = replica.NoDelay = true;
            await Task.WhenAll(PumpAsync(client, replica), PumpAsync(replica, client));
        }
    }

    /// <summary>The next replica that takes the connection; null if none does.</summary>
    private async Task<Socket?> ConnectAsync()
    {
        for (var attempt = 0; attempt < _replicas.Count; attempt++)
        {
            var replica = _replicas[(int)((uint)Interlocked.Increment(ref _next) % _replicas.Count)];
            if (replica == TakenOut)
            {
                continue;
            }

            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            try
            {
                await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, replica.Address.Port), _stopped.Token);
                return socket;
            }
            catch (Exception refused) when (refused is SocketException or OperationCanceledException)
            {
                socket.Dispose();
            }
        }

        return null;
    }

    private async Task PumpAsync(Socket from, Socket to)
    {
        var buffer = new byte[16_384];
        try
        {
            int read;
            while ((read = await from.ReceiveAsync(buffer, _stopped.Token)) > 0)
            {
                for (var sent = 0; sent < read;)
                {
                    sent += await to.SendAsync(buffer.AsMemory(sent, read - sent), _stopped.Token);
                }
            }

            to.Shutdown(SocketShutdown.Send);
        }
        catch (Exception broken) when (broken is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            Break(from);
            Break(to);
        }
    }

    /// <summary>The other side sees a reset.</summary>
    private static void Break(Socket socket)
    {
        try
        {
            socket.LingerState = new LingerOption(true, 0);
            socket.Close();
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
        {
            // The other direction was first.
        }
    }
}
