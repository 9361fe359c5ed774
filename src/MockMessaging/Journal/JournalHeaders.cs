using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using MockMessaging.Events;

namespace MockMessaging.Journal;

/// <summary>Copies the headers of a request; Kestrel reuses the originals for the next request.</summary>
internal static class HeaderCopy
{
    private const int MostLines = 100;

    private const int MostLetters = 16_384;

    public static RecordedHeaders Of(IHeaderDictionary headers, KeyMask mask)
    {
        var lines = new List<string>(2 * headers.Count);
        var letters = 0;
        var isCut = false;
        foreach (var (name, values) in headers)
        {
            for (var line = 0; line < values.Count; line++)
            {
                var value = mask.Of(name, values[line] ?? "");
                if (lines.Count >= 2 * MostLines || letters + name.Length + value.Length > MostLetters)
                {
                    isCut = true;
                    continue;
                }

                lines.Add(name);
                lines.Add(value);
                letters += name.Length + value.Length;
            }
        }

        return new RecordedHeaders(lines, letters, isCut);
    }
}

/// <summary>Masks keys, tokens and cookies for the journal.</summary>
internal readonly struct KeyMask(string key)
{
    public const string Masked = "***";

    /// <summary>Shorter keys can be parts of other words by chance.</summary>
    private const int ShortestKey = 8;

    private static readonly SearchValues<string> SecretNames =
        SearchValues.Create(["api-key", "apikey", "token", "secret", "password", "cookie", "authorization", "credential"], StringComparison.OrdinalIgnoreCase);

    /// <summary>True if values with this name are always masked.</summary>
    public static bool Hides(string name) => name.AsSpan().ContainsAny(SecretNames);

    public string Of(string name, string value) => Hides(name) ? Masked : InText(value);

    /// <summary>For a text without a name, such as a path.</summary>
    public string InText(string text) => text.Contains("x-api-key=", StringComparison.OrdinalIgnoreCase) ? Masked
        : key.Length >= ShortestKey && text.Contains(key, StringComparison.Ordinal) ? text.Replace(key, Masked, StringComparison.Ordinal)
        : text;

    /// <summary>For UTF-8 text. Nearly all texts have no key in them; they are only searched.</summary>
    public byte[] InBytes(byte[] utf8)
    {
        if (utf8.AsSpan().IndexOf("x-api-key="u8) < 0)
        {
            if (key.Length < ShortestKey)
            {
                return utf8;
            }

            Span<byte> wanted = stackalloc byte[Encoding.UTF8.GetMaxByteCount(key.Length)];
            if (utf8.AsSpan().IndexOf(wanted[..Encoding.UTF8.GetBytes(key, wanted)]) < 0)
            {
                return utf8;
            }
        }

        return Encoding.UTF8.GetBytes(InText(Encoding.UTF8.GetString(utf8)));
    }

    /// <summary>The query, masked and without its question mark.</summary>
    public string OfQuery(HttpRequest request)
    {
        if (!request.QueryString.HasValue)
        {
            return "";
        }

        var mask = this;
        var values = request.Query.SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, (string?)mask.Of(pair.Key, value ?? ""))));
        return QueryHelpers.AddQueryString("", values).TrimStart('?');
    }
}
