using System.Buffers;
using System.Text;

namespace MockMessaging.Webhooks;

/// <summary>
/// A registered URL, parsed. Production calls exactly what was registered, so dot segments and percent-encodings stay. Only characters outside
/// printable ASCII are percent-encoded, because HTTP cannot carry them.
/// </summary>
/// <param name="Url">What is called; null if it can never be called.</param>
/// <param name="Problem">Why it can never be called, as the end of a sentence that begins with the URL; null if it can.</param>
internal sealed record WebhookUrl(Uri? Url, string? Problem)
{
    /// <summary>Most characters, once encoded: what common servers take for the first line of a request.</summary>
    private const int Longest = 8_000;

    private static readonly SearchValues<char> Plain = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@/?[]");

    private static readonly string[] Schemes = ["http://", "https://"];

    // Safe, because all that is outside printable ASCII is encoded before: with this option nothing else checks what goes on the wire.
    private static readonly UriCreationOptions AsGiven = new() { DangerousDisablePathAndQueryCanonicalization = true };

    /// <summary>True if it has a login, which is not sent.</summary>
    public bool HasLogin => Url is { UserInfo.Length: > 0 };

    public static WebhookUrl Of(string registered)
    {
        var text = Trim(registered);
        if (text.Length > Longest)
        {
            return TooLong();
        }

        if (text.Any(char.IsControl))
        {
            return Never("has a control character inside, such as a line end; leave it out");
        }

        if (Array.Find(Schemes, scheme => text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) is not { } scheme)
        {
            return Never("is not an absolute http or https URL; begin it with http:// or https://");
        }

        text = text.Split('#')[0];
        var end = text.AsSpan(scheme.Length).IndexOfAny("/\\?") is >= 0 and var at ? scheme.Length + at : text.Length;
        if (end == scheme.Length)
        {
            return Never("names no host");
        }

        var url = text[..end] + Encode(text[end..]);
        return url.Length > Longest ? TooLong() : Parse(url);
    }

    private static WebhookUrl Parse(string text)
    {
        if (!Uri.TryCreate(text, AsGiven, out var url) || url.Host.Length == 0 || !Ascii.IsValid(url.IdnHost))
        {
            return Never("has a host or port that is none");
        }

        return url.Port == 0 ? Never("names port 0, where nothing can listen") : new WebhookUrl(url, null);
    }

    private static string Trim(string registered)
    {
        var (start, end) = (0, registered.Length);
        while (start < end && IsBlank(registered[start]))
        {
            start++;
        }

        while (end > start && IsBlank(registered[end - 1]))
        {
            end--;
        }

        return registered[start..end];

        static bool IsBlank(char letter) => char.IsWhiteSpace(letter) || char.IsControl(letter);
    }

    /// <summary>Path and query as HTTP can carry them.</summary>
    private static string Encode(string target)
    {
        var encoded = new StringBuilder(target.StartsWith('/') ? "" : "/");
        var at = 0;
        foreach (var rune in target.EnumerateRunes())
        {
            var isPlain = rune.IsAscii && (Plain.Contains((char)rune.Value) || (rune.Value == '%' && IsEscape(target.AsSpan(at))));
            encoded.Append(isPlain ? rune.ToString() : Uri.EscapeDataString(rune.ToString()));
            at += rune.Utf16SequenceLength;
        }

        return encoded.ToString();

        static bool IsEscape(ReadOnlySpan<char> text) => text.Length > 2 && char.IsAsciiHexDigit(text[1]) && char.IsAsciiHexDigit(text[2]);
    }

    private static WebhookUrl TooLong() => Never(string.Create(null, $"is longer than {Longest} characters, more than servers take"));

    private static WebhookUrl Never(string problem) => new(null, problem);
}

/// <summary>What of a registered URL may stand in logs and traces: no login and no query, where secrets are.</summary>
internal static class ShownUrl
{
    private const int Longest = 500;

    public static string Of(string url) => WebhookUrl.Of(url).Url is { } parsed ? Cut($"{parsed.Scheme}://{parsed.Authority}{parsed.AbsolutePath}") : "(no http or https URL)";

    private static string Cut(string url) => url.Length <= Longest ? url : url[..Longest] + "…";
}
