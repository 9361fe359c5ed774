using System.Net;

namespace MockMessaging.Webhooks;

/// <summary>Which hosts may be called. What an entry denies is denied; else one entry that allows has to match, if there are any.</summary>
internal sealed class AllowedTargets(IEnumerable<string> entries)
{
    private readonly TargetRule[] _rules = [.. entries.Select(TargetRule.Parse).OfType<TargetRule>()];

    /// <summary>Whether a host may be called at one of its addresses.</summary>
    public bool Allow(string host, IPAddress address)
    {
        var (name, plain) = (host.TrimEnd('.'), PublicAddresses.Plain(address));
        return !Array.Exists(_rules, rule => rule.Denies && rule.Matches(name, plain))
            && (Array.TrueForAll(_rules, rule => rule.Denies) || Array.Exists(_rules, rule => !rule.Denies && rule.Matches(name, plain)));
    }
}
