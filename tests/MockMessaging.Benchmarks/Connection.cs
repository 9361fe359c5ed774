using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MockMessaging.Benchmarks;

/// <summary>
/// One kept-alive connection that sends messages and waits for each answer. Bare sockets with ready-made requests, because the loader
/// shares the processor with the server: whatever it uses is missing there.
/// </summary>
internal sealed class Connection : IDisposable
{
    private static readonly byte[][] Requests = [.. Enumerable.Range(3_000, 1_000).Select(Request)];

    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[16_384];
    private int _next;

    public Connection(IPEndPoint server, int number = 0)
    {
        _next = number;
        _socket.Connect(server);
    }

    public static bool Answers(IPEndPoint server)
    {
        try
        {
            using var connection = new Connection(server);
            connection.Send();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>Sends a message and takes its answer.</summary>
    /// <exception cref="InvalidOperationException">The answer is not a good one.</exception>
    public void Send()
    {
        _socket.Send(Requests[_next++ % Requests.Length]);
        var (length, end) = (0, int.MaxValue);
        while (length < end)
        {
            var received = _socket.Receive(_buffer.AsSpan(length));
            length += received;
            end = received == 0 ? throw new InvalidOperationException("The server closed the connection.") : End(_buffer.AsSpan(0, length));
        }
    }

    public void Dispose() => _socket.Dispose();

    /// <summary>Where the answer ends, as far as that can be told from what has come.</summary>
    private static int End(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0)
        {
            return int.MaxValue;
        }

        var name = answer.IndexOf("Content-Length: "u8);
        return answer.StartsWith("HTTP/1.1 200"u8) && name >= 0 && name < head
            ? head + 4 + int.Parse(answer[(name + 16)..][..answer[(name + 16)..].IndexOf((byte)'\r')], CultureInfo.InvariantCulture)
            : throw new InvalidOperationException(Encoding.UTF8.GetString(answer));
    }

    /// <summary>A message to one of a thousand contacts, none of them a test number.</summary>
    private static byte[] Request(int ending)
    {
        const string Message = """{"channelId":"wa360:918828218374","to":{"phone":"+91 98765 4ENDS","name":"Asha Rao"},"type":"text","text":{"body":"Good morning Asha, your parcel is ready for pickup."}}""";
        var body = Message.Replace("ENDS", ending.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes(
            $"POST /api/v1/message/send HTTP/1.1\r\nHost: localhost\r\nx-api-key: benchmark\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}");
    }
}
