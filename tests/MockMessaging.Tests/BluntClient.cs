using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace MockMessaging.Tests;

/// <summary>Sends all of a request before it reads anything of the response, as simple clients do. It fails if the server closes the connection before that.</summary>
internal static class BluntClient
{
    private static readonly byte[] Part = Encoding.ASCII.GetBytes(new string(' ', 65_536));

    /// <summary>POSTs blanks, with their number in the head or in chunks.</summary>
    /// <returns>The response until the server closes the connection.</returns>
    public static Task<string> PostBlanksAsync(Uri server, string key, string path, int parts, bool chunked) => SendAsync(
        server,
        [
            Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"""
                POST {path} HTTP/1.1
                Host: {server.Authority}
                x-api-key: {key}
                Content-Type: application/json
                Connection: close
                {(chunked ? "Transfer-Encoding: chunked" : $"Content-Length: {(long)parts * Part.Length}")}


                """).ReplaceLineEndings("\r\n")),
            .. Enumerable.Repeat(chunked ? [.. Encoding.ASCII.GetBytes($"{Part.Length:x}\r\n"), .. Part, .. "\r\n"u8] : Part, parts),
            chunked ? "0\r\n\r\n"u8.ToArray() : [],
        ]);

    public static async Task<string> SendAsync(Uri server, IEnumerable<byte[]> parts)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(server.Host, server.Port, TestWorkspace.Cancelled);
        await using var stream = client.GetStream();
        foreach (var part in parts)
        {
            await stream.WriteAsync(part, TestWorkspace.Cancelled);
        }

        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync(TestWorkspace.Cancelled);
    }
}
