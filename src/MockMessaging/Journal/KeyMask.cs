using System.Buffers;
using Microsoft.AspNetCore.WebUtilities;

namespace MockMessaging.Journal;

/// <summary>Keeps keys, tokens and cookies out of the journal.</summary>
internal readonly struct KeyMask(string key)
{
    public const string Masked = "***";

    /// <summary>Shorter keys are parts of other words by chance.</summary>
    private const int ShortestTold = 8;

    private static readonly SearchValues<string> SecretNames =
        SearchValues.Create(["api-key", "apikey", "token", "secret", "password", "cookie", "authorization", "credential"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether what goes by a name is never shown.</summary>
    public static bool Hides(string name) => name.AsSpan().ContainsAny(SecretNames);

    /// <summary>A value as it may be remembered.</summary>
    public string Of(string name, string value) => Hides(name) ? Masked : InText(value);

    /// <summary>The same for text without a name, such as a path.</summary>
    public string InText(string text) => text.Contains("x-api-key=", StringComparison.OrdinalIgnoreCase) ? Masked
        : key.Length >= ShortestTold && text.Contains(key, StringComparison.Ordinal) ? text.Replace(key, Masked, StringComparison.Ordinal)
        : text;

    /// <summary>A query without its question mark.</summary>
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
