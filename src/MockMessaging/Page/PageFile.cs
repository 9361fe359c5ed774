using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace MockMessaging.Page;

/// <summary>A file as it is sent. It is compressed when it is first asked for.</summary>
/// <param name="contentType">Its media type.</param>
/// <param name="bytes">The content.</param>
internal sealed class PageFile(string contentType, byte[] bytes)
{
    private readonly Lazy<byte[]> _brotli = new(() => Compressed(bytes, static to => new BrotliStream(to, CompressionLevel.SmallestSize)));
    private readonly Lazy<byte[]> _gzip = new(() => Compressed(bytes, static to => new GZipStream(to, CompressionLevel.SmallestSize)));

    public string ContentType => contentType;

    /// <summary>Changes with the content. Weak, because it is the same with and without compression.</summary>
    public string ETag { get; } = $"W/\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]}\"";

    /// <summary>The content in the shortest encoding that a client accepts; the name of the encoding is null if there is none.</summary>
    public (byte[] Bytes, string? Encoding) For(IList<StringWithQualityHeaderValue> accepted) =>
        IsIn(accepted, "br") ? (_brotli.Value, "br") : IsIn(accepted, "gzip") ? (_gzip.Value, "gzip") : (bytes, null);

    private static bool IsIn(IList<StringWithQualityHeaderValue> accepted, string encoding) =>
        accepted.Any(given => given.Quality is not 0 && given.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase));

    private static byte[] Compressed(byte[] bytes, Func<Stream, Stream> compress)
    {
        using var compressed = new MemoryStream();
        using (var stream = compress(compressed))
        {
            stream.Write(bytes);
        }

        return compressed.ToArray();
    }
}
