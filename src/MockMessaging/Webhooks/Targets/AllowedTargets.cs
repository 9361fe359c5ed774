using System.Net;

namespace MockMessaging.Webhooks;

/// <summary>The hosts that may be called. A host that an entry denies is denied; otherwise an entry that allows has to match, if there are any.</summary>
internal sealed class AllowedTargets(IEnumerable<string> entries)
{
    private readonly TargetRule[] _rules = [.. entries.Select(TargetRule.Parse).OfType<TargetRule>()];

    public bool Allow(string host, IPAddress address)
    {
        var (name, plain) = (host.TrimEnd('.'), PublicAddresses.Plain(address));
        return !Array.Exists(_rules, rule => rule.Denies && rule.Matches(name, plain))
            && (Array.TrueForAll(_rules, rule => rule.Denies) || Array.Exists(_rules, rule => !rule.Denies && rule.Matches(name, plain)));
    }
}

/// <summary>One entry of <c>Webhooks:AllowedTargets</c>: a host, a wildcard host, an address, a range of addresses, or a word.</summary>
/// <param name="Denies">True if it forbids what it matches.</param>
/// <param name="Matches">True if it is about a host, by the name in the URL and one of its addresses.</param>
internal sealed record TargetRule(bool Denies, Func<string, IPAddress, bool> Matches)
{
    private const string Public = "public";

    /// <summary>Reads an entry; null if it is not valid.</summary>
    public static TargetRule? Parse(string entry)
    {
        var text = entry.Trim();
        var denies = text.StartsWith('!');
        text = denies ? text[1..].Trim() : text;
        return MatchOf(text) is { } match ? new TargetRule(denies, match) : null;
    }

    private static Func<string, IPAddress, bool>? MatchOf(string text)
    {
        if (text.Equals(Public, StringComparison.OrdinalIgnoreCase))
        {
            return static (_, address) => PublicAddresses.Contain(address);
        }

        // Only whole addresses: "10" alone would be read as 0.0.0.10.
        if (text.AsSpan().IndexOfAny('.', ':') >= 0 && IPAddress.TryParse(text, out var single))
        {
            var plain = PublicAddresses.Plain(single);
            return (_, address) => address.Equals(plain);
        }

        if (text.Contains('/', StringComparison.Ordinal))
        {
            return IPNetwork.TryParse(text, out var range) ? (_, address) => range.Contains(address) : null;
        }

        return text switch
        {
            "*" => static (_, _) => true,
            ['*', '.', .. var parent] when IsName(parent) => (host, _) => host.EndsWith("." + parent, StringComparison.OrdinalIgnoreCase),
            _ when IsName(text) => (host, _) => host.Equals(text, StringComparison.OrdinalIgnoreCase),
            _ => null,
        };
    }

    private static bool IsName(string text) =>
        text.Length > 0 && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_') && text.Any(char.IsAsciiLetter);
}
