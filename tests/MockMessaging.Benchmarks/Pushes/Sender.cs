using System.Buffers.Text;
using System.Net.Sockets;
using System.Text;

namespace MockMessaging.Benchmarks.Pushes;

/// <summary>
/// A connection of whoever pushes. It is served by the thread that sees bytes come, the same for all connections: to wake one of its own for
/// each push takes longer than to take the push.
/// </summary>
internal sealed class Sender : IDisposable
{
    private const int LargestRequest = 65_536;

    private static readonly byte[] Taken = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"u8.ToArray();

    private readonly Socket _socket;
    private readonly Ledger _ledger;
    private readonly SocketAsyncEventArgs _received = new();
    private readonly byte[] _buffer = new byte[LargestRequest];
    private int _length;

    public Sender(Socket socket, Ledger ledger)
    {
        (_socket, _ledger) = (socket, ledger);
        _socket.NoDelay = true;
        _received.Completed += (_, _) => Go(Took);
    }

    public void Serve() => Go(() => true);

    public void Dispose()
    {
        _received.Dispose();
        _socket.Dispose();
    }

    /// <summary>Takes what has come, and whatever is there behind it; what comes later calls back.</summary>
    private void Go(Func<bool> first)
    {
        try
        {
            for (var goesOn = first(); goesOn; goesOn = Took())
            {
                _received.SetBuffer(_buffer, _length, _buffer.Length - _length);
                if (_socket.ReceiveAsync(_received))
                {
                    return;
                }
            }
        }
        catch (SocketException)
        {
            // It is gone; whoever compares the counts will see.
        }

        Dispose();
    }

    /// <summary>Answers all requests that have come whole; not if the connection has ended.</summary>
    private bool Took()
    {
        if (_received is not { SocketError: SocketError.Success, BytesTransferred: > 0 and var more })
        {
            return false;
        }

        _length += more;
        while (Taking(_buffer.AsSpan(0, _length), out var answer) is > 0 and var taken)
        {
            _socket.Send(answer);
            _buffer.AsSpan(taken, _length - taken).CopyTo(_buffer);
            _length -= taken;
        }

        return true;
    }

    /// <summary>Takes the first request once all of it has come, and says how long it was.</summary>
    private int Taking(ReadOnlySpan<byte> bytes, out byte[] answer)
    {
        answer = Taken;
        var head = bytes.IndexOf("\r\n\r\n"u8);
        if (head < 0)
        {
            return 0;
        }

        var name = bytes[..head].IndexOf("Content-Length: "u8);
        var length = name >= 0 && Utf8Parser.TryParse(bytes[(name + 16)..], out int given, out _) ? given : 0;
        var end = head + 4 + length;
        if (bytes.Length < end)
        {
            return 0;
        }

        if (bytes.StartsWith("POST"u8))
        {
            _ledger.Take(bytes[(head + 4)..end]);
        }
        else
        {
            var (pushes, misordered, unfinished) = _ledger.Counts;
            var body = $$"""{"pushes":{{pushes}},"misordered":{{misordered}},"unfinished":{{unfinished}}}""";
            answer = Encoding.UTF8.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: {body.Length}\r\n\r\n{body}");
        }

        return end;
    }
}
