using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Unicode;
using MockMessaging.Errors;

namespace MockMessaging.Http;

/// <summary>Decodes a request body to UTF-8: decompresses it, converts its charset, and removes the byte order mark.</summary>
internal static class BodyDecoder
{
    /// <param name="limit">Largest decoded size in bytes.</param>
    /// <exception cref="ApiException">413 if it is larger than the limit, 415 for an unsupported encoding or charset, 400 if the bytes are not valid in it.</exception>
    public static byte[] ToUtf8(HttpRequest request, byte[] bytes, int limit)
    {
        foreach (var encoding in request.Headers.ContentEncoding.SelectMany(value => (value ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Reverse())
        {
            bytes = Decompressed(bytes, encoding, limit);
        }

        var charset = EncodingOf(request.ContentType, bytes);
        if (charset is not null)
        {
            bytes = Converted(bytes, charset);
        }
        else if (bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble))
        {
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        }

        return bytes.Length > limit ? throw ErrorCatalog.BodyTooLarge(limit)
            : Utf8.IsValid(bytes) ? bytes
            : throw ErrorCatalog.BodyNotText("utf-8");
    }

    private static byte[] Decompressed(byte[] bytes, string encoding, int limit)
    {
        if (encoding.Equals("identity", StringComparison.OrdinalIgnoreCase))
        {
            return bytes;
        }

        using var compressed = new MemoryStream(bytes);
        using Stream plain = encoding.ToLowerInvariant() switch
        {
            "gzip" or "x-gzip" => new GZipStream(compressed, CompressionMode.Decompress),
            "br" => new BrotliStream(compressed, CompressionMode.Decompress),
            "deflate" => new ZLibStream(compressed, CompressionMode.Decompress),
            _ => throw ErrorCatalog.WrongContentEncoding(encoding),
        };
        using var whole = new MemoryStream();
        try
        {
            var part = new byte[8_192];
            while (plain.Read(part) is > 0 and var read)
            {
                if (whole.Length + read > limit)
                {
                    throw ErrorCatalog.BodyTooLarge(limit);
                }

                whole.Write(part, 0, read);
            }
        }
        catch (Exception failure) when (failure is InvalidDataException or InvalidOperationException)
        {
            throw ErrorCatalog.BodyNotCompressed(encoding);
        }

        return whole.ToArray();
    }

    /// <summary>Null for UTF-8. Without a charset, UTF-16 is recognized by its byte order mark.</summary>
    private static Encoding? EncodingOf(string? contentType, byte[] bytes)
    {
        // Fast path for the usual header.
        if (contentType is null || !contentType.Contains("charset", StringComparison.OrdinalIgnoreCase)
            || !MediaTypeHeaderValue.TryParse(contentType, out var parsed) || parsed.CharSet?.Trim('"', '\'', ' ') is not { Length: > 0 } name)
        {
            return bytes switch
            {
                [0xFF, 0xFE, ..] => Encoding.Unicode,
                [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
                _ => null,
            };
        }

        return name.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || name.Equals("utf8", StringComparison.OrdinalIgnoreCase) ? null : Named(name);
    }

    private static Encoding Named(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (Exception failure) when (failure is ArgumentException or NotSupportedException)
        {
            // UTF-7 is known and not supported.
            throw ErrorCatalog.WrongCharset(name);
        }
    }

    private static byte[] Converted(byte[] bytes, Encoding encoding)
    {
        var strict = (Encoding)encoding.Clone();
        strict.DecoderFallback = DecoderFallback.ExceptionFallback;
        try
        {
            return Encoding.UTF8.GetBytes(strict.GetString(bytes).TrimStart('\uFEFF'));
        }
        catch (DecoderFallbackException)
        {
            throw ErrorCatalog.BodyNotText(encoding.WebName);
        }
    }
}
