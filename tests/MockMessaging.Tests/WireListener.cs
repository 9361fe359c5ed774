using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MockMessaging.Tests;

/// <summary>A receiver on bare TCP: it sees every byte of a request's head, and may close a connection in place of an answer.</summary>
public sealed class WireListener : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ended = new();
    private readonly List<string> _heads = [];
    private readonly Func<int, int, bool> _answers;
    private readonly Task _accepting;
    private int _connections;

    /// <param name="answers">Whether to answer, by the numbers of the connection and of the request on it, from 1; else the connection is closed. Default: always.</param>
    public WireListener(Func<int, int, bool>? answers = null)
    {
        _answers = answers ?? (static (_, _) => true);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public string Url => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}");

    public int Connections => Volatile.Read(ref _connections);

    /// <summary>The head of each request, in order of arrival.</summary>
    public IReadOnlyList<string> Heads
    {
        get
        {
            lock (_heads)
            {
                return [.. _heads];
            }
        }
    }

    /// <summary>The first line of each request.</summary>
    public IEnumerable<string> Lines => Heads.Select(head => head.Split("\r\n")[0]);

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        _listener.Dispose();
        await _accepting;
        _ended.Dispose();
    }

    private async Task AcceptAsync()
    {
        var serving = new List<Task>();
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_ended.Token);
                serving.Add(ServeAsync(client, Interlocked.Increment(ref _connections)));
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or InvalidOperationException)
        {
            await Task.WhenAll(serving);
        }
    }

    private async Task ServeAsync(TcpClient client, int connection)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                for (var request = 1; await ReadAsync(stream) && _answers(connection, request); request++)
                {
                    await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"u8.ToArray(), _ended.Token);
                }
            }
            catch (Exception cut) when (cut is OperationCanceledException or IOException)
            {
                // The test is over, or the other side has gone.
            }
        }
    }

    /// <summary>Reads a request to its end; false if there is no further one.</summary>
    private async Task<bool> ReadAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(one, _ended.Token) == 0)
            {
                return false;
            }

            head.Append((char)one[0]);
        }

        var length = head.ToString().Split("\r\n").Single(line => line.StartsWith("Content-Length: ", StringComparison.OrdinalIgnoreCase))[16..];
        await stream.ReadExactlyAsync(new byte[int.Parse(length, CultureInfo.InvariantCulture)], _ended.Token);
        lock (_heads)
        {
            _heads.Add(head.ToString());
        }

        return true;
    }
}
