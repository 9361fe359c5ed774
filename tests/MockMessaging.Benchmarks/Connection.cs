using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MockMessaging.Benchmarks;

/// <summary>One kept-alive connection: a bare socket, because whatever a client uses is missing to the server it shares the processor with.</summary>
internal sealed class Connection : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] _buffer = new byte[65_536];
    private int _start;
    private int _end;

    public Connection(IPEndPoint server) => _socket.Connect(server);

    /// <summary>Sends a request and takes its answer's body, which is there until the next call.</summary>
    /// <exception cref="InvalidOperationException">The answer is not a good one.</exception>
    public ReadOnlyMemory<byte> Exchange(byte[] request)
    {
        Send(request);
        return Receive();
    }

    /// <summary>Sends one request, or several on end.</summary>
    public void Send(ReadOnlySpan<byte> requests)
    {
        while (!requests.IsEmpty)
        {
            requests = requests[_socket.Send(requests)..];
        }
    }

    /// <summary>Takes the next answer's body.</summary>
    /// <exception cref="InvalidOperationException">The answer is not a good one.</exception>
    public ReadOnlyMemory<byte> Receive() => TryReceive() ?? throw new InvalidOperationException("The server is too busy.");

    /// <summary>Takes the next answer's body; none where the server was too busy.</summary>
    /// <exception cref="InvalidOperationException">The answer is neither good nor that.</exception>
    public ReadOnlyMemory<byte>? TryReceive()
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        while (true)
        {
            if (TakeAnswer(out var body))
            {
                return body;
            }

            if (_end == _buffer.Length)
            {
                Array.Resize(ref _buffer, _buffer.Length * 2);
            }

            var received = _socket.Receive(_buffer.AsSpan(_end));
            _end += received == 0 ? throw new InvalidOperationException("The server closed the connection.") : received;
        }
    }

    public void Dispose() => _socket.Dispose();

    /// <summary>Takes the first answer, once all of it has come.</summary>
    private bool TakeAnswer(out ReadOnlyMemory<byte>? body)
    {
        body = null;
        var answer = _buffer.AsSpan(0, _end);
        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0)
        {
            return false;
        }

        var name = answer[..head].IndexOf("Content-Length: "u8);
        var length = name >= 0 && Utf8Parser.TryParse(answer[(name + 16)..], out int given, out _) ? given : 0;
        if (_end < head + 4 + length)
        {
            return false;
        }

        _start = head + 4 + length;
        if (answer.StartsWith("HTTP/1.1 2"u8))
        {
            body = _buffer.AsMemory(head + 4, length);
        }
        else if (!answer.StartsWith("HTTP/1.1 503"u8))
        {
            throw new InvalidOperationException(Encoding.UTF8.GetString(answer));
        }

        return true;
    }
}
