using System.ComponentModel.DataAnnotations;
using MockMessaging.Time;

namespace MockMessaging.Webhooks;

public sealed partial class WebhooksOptions : IValidatableObject
{
    private const int MostRetries = 20;

    private static readonly TimeSpan LongestRetry = TimeSpan.FromDays(7);

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

        if (!string.IsNullOrEmpty(SigningSecret) && Webhooks.SigningSecret.ProblemWith(SigningSecret) is { } wrong)
        {
            yield return new ValidationResult($"The value is wrong: {wrong}", [nameof(SigningSecret)]);
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

    /// <summary>The secret for a workspace; null for no signatures.</summary>
    /// <param name="own">The workspace's own secret.</param>
    internal string? SecretOf(string? own) => own ?? (string.IsNullOrEmpty(SigningSecret) ? null : SigningSecret);

    /// <summary>The retry spans in milliseconds.</summary>
    internal IReadOnlyList<long> RetryMilliseconds() =>
        [.. RetrySpans.Select(span => IsoSpan.TryParse(span, out var parsed) ? (long)parsed.TotalMilliseconds : 0)];
}
