using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MockMessaging.Benchmarks.Pushes;

/// <summary>
/// Takes pushes in a process of its own: bare sockets with a thread each, because whatever it uses is missing to the server. Prints its port;
/// GET tells what it has seen.
/// </summary>
internal static class Receiver
{
    private const int LargestRequest = 65_536;

    private static readonly byte[] Taken = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"u8.ToArray();

    public static void Run()
    {
        var ledger = new Ledger();
        using var listener = new Socket(SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(512);
        Console.WriteLine(((IPEndPoint)listener.LocalEndPoint!).Port);
        while (true)
        {
            var caller = listener.Accept();
            new Thread(() => Serve(caller, ledger), maxStackSize: 131_072) { IsBackground = true }.Start();
        }
    }

    private static void Serve(Socket caller, Ledger ledger)
    {
        caller.NoDelay = true;
        var buffer = new byte[LargestRequest];
        var length = 0;
        try
        {
            while (caller.Receive(buffer.AsSpan(length)) is > 0 and var received)
            {
                length += received;
                while (Taking(buffer.AsSpan(0, length), ledger, out var answer) is > 0 and var taken)
                {
                    caller.Send(answer);
                    buffer.AsSpan(taken, length - taken).CopyTo(buffer);
                    length -= taken;
                }
            }
        }
        catch (SocketException)
        {
            // The sender is gone; whoever compares the counts will see.
        }
        finally
        {
            caller.Dispose();
        }
    }

    /// <summary>Takes the first request once all of it has come, and says how long it was.</summary>
    private static int Taking(ReadOnlySpan<byte> bytes, Ledger ledger, out byte[] answer)
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
            ledger.Take(bytes[(head + 4)..end]);
        }
        else
        {
            var (pushes, misordered, unfinished) = ledger.Counts;
            var body = $$"""{"pushes":{{pushes}},"misordered":{{misordered}},"unfinished":{{unfinished}}}""";
            answer = Encoding.UTF8.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: {body.Length}\r\n\r\n{body}");
        }

        return end;
    }
}
