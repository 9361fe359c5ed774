using System.ComponentModel.DataAnnotations;
using MockMessaging.Time;

namespace MockMessaging.Webhooks;

/// <summary>How pushes are sent. Section <c>Webhooks</c>.</summary>
public sealed class WebhooksOptions : IValidatableObject
{
    /// <summary>The token printed in the vendor's document.</summary>
    internal const string DocumentedVerifyToken = "s1agenttoken$$$";

    private const int MostRetries = 20;

    private static readonly TimeSpan LongestRetry = TimeSpan.FromDays(7);

    /// <summary>Longest wait for a connection, in milliseconds. Default 3,000 as in production, 10 to 60,000.</summary>
    [Range(10, 60_000)]
    public int ConnectTimeoutMilliseconds { get; set; } = 3_000;

    /// <summary>Longest wait for the receiver's answer, in milliseconds. Default 5,000 as in production, 10 to 60,000.</summary>
    [Range(10, 60_000)]
    public int ReadTimeoutMilliseconds { get; set; } = 5_000;

    /// <summary>Pushes under way at once per client app; those of one contact always go one after the other. Default 32, 1 to 256.</summary>
    [Range(1, 256)]
    public int Parallel { get; set; } = 32;

    /// <summary>
    /// Pushes that may wait per client app before its sends are refused with 503; twice as many before further pushes of what was accepted
    /// earlier are skipped. Default 100,000, 10 to 10,000,000.
    /// </summary>
    [Range(10, 10_000_000)]
    public int MaxPending { get; set; } = 100_000;

    /// <summary>
    /// When a failed push is tried again: spans in ISO 8601, each after the attempt before it and by the workspace's clock, such as
    /// <c>PT1S,PT5S,PT30S</c>; at most 20 of at most 7 days. Default: none, since production tries once.
    /// </summary>
    public string Retries { get; set; } = "";

    /// <summary>
    /// Where the business is asked who a contact is, whenever a session begins; its answer shows up as <c>businessProfile</c> in later pushes.
    /// Default: none, nobody is asked.
    /// </summary>
    public string? ContactInfoUrl { get; set; }

    /// <summary>
    /// Which hosts may be called, for servers that several people share. Each entry is a host (<c>receiver.example.com</c>), a wildcard
    /// (<c>*.example.com</c>), an address, a range (<c>10.0.0.0/8</c>), or <c>public</c> for all addresses of the internet; with <c>!</c> before it
    /// it forbids instead, and wins. With only such entries all else is allowed. Default: none, any host may be called.
    /// </summary>
    public IList<string> AllowedTargets { get; } = [];

    /// <summary>Sent as <c>x-verify-token</c> on each push, and expected on the two callback routes. Default: the one printed in the vendor's document.</summary>
    [Required]
    public string VerifyToken { get; set; } = DocumentedVerifyToken;

    /// <summary><c>meta.domain</c> of each push. Default <c>sandbox</c>.</summary>
    [Required]
    public string Domain { get; set; } = "sandbox";

    /// <summary><c>meta.server</c> of each push. Default <c>mockmessaging.local</c>.</summary>
    [Required]
    public string Server { get; set; } = "mockmessaging.local";

    private IEnumerable<string> RetrySpans => Retries.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var span in RetrySpans.Where(span => !IsoSpan.TryParse(span, out var parsed) || parsed < TimeSpan.Zero || parsed > LongestRetry))
        {
            yield return new ValidationResult($"'{span}' is no ISO 8601 span of 0 to 7 days, such as PT5S.", [nameof(Retries)]);
        }

        if (!string.IsNullOrEmpty(ContactInfoUrl) && WebhookUrl.Of(ContactInfoUrl).Problem is { } problem)
        {
            yield return new ValidationResult($"The URL {problem}.", [nameof(ContactInfoUrl)]);
        }

        if (!VerifyToken.All(letter => letter is >= ' ' and <= '~'))
        {
            yield return new ValidationResult("A header cannot carry it; use printable ASCII only.", [nameof(VerifyToken)]);
        }

        foreach (var entry in AllowedTargets.Where(entry => TargetRule.Parse(entry) is null))
        {
            yield return new ValidationResult(
                $"'{entry}' is no host, *.host, address, range such as 10.0.0.0/8, or the word public, with or without ! before it; leave out scheme and port.", [nameof(AllowedTargets)]);
        }

        if (RetrySpans.Count() > MostRetries)
        {
            yield return new ValidationResult($"At most {MostRetries} spans can be given.", [nameof(Retries)]);
        }
    }

    /// <summary>The retry spans in milliseconds.</summary>
    internal IReadOnlyList<long> RetryMilliseconds() =>
        [.. RetrySpans.Select(span => IsoSpan.TryParse(span, out var parsed) ? (long)parsed.TotalMilliseconds : 0)];
}
