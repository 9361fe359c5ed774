using MockMessaging.Errors;
using MockMessaging.Http;
using MockMessaging.Time;

namespace MockMessaging.Control;

/// <summary>Reads ISO 8601 durations in requests of the control plane.</summary>
internal static class Spans
{
    /// <summary>The upper limit if a field has no lower one.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(36_500);

    /// <exception cref="ApiException">It is not a duration, or negative, or too long; the error names the field.</exception>
    public static TimeSpan Of(string text, string field, TimeSpan longest)
    {
        if (!IsoSpan.TryParse(text, out var span) || span < TimeSpan.Zero)
        {
            throw ErrorCatalog.WrongValue("", field, $"{field}: '{JsonPlace.Cut(text)}' is not an ISO 8601 duration such as PT30S, PT24H or P7D.");
        }

        if (span > TimeSpan.Zero && span < TimeSpan.FromMilliseconds(1))
        {
            throw ErrorCatalog.WrongValue("", field, $"{field}: '{JsonPlace.Cut(text)}' is shorter than a millisecond; give PT0.001S or longer, or PT0S.");
        }

        return span <= longest ? span : throw ErrorCatalog.WrongValue("", field, $"{field}: '{JsonPlace.Cut(text)}' is longer than {IsoSpan.Of(longest)}.");
    }

    public static TimeSpan? OfOptional(string? text, string field, TimeSpan longest) => text is null ? null : Of(text, field, longest);

    public static long? MillisecondsOf(string? text, string field, TimeSpan longest) => OfOptional(text, field, longest) is { } span ? (long)span.TotalMilliseconds : null;
}

/// <summary>Stored times, in Unix milliseconds, as views show them.</summary>
internal static class Instants
{
    public static DateTimeOffset Of(long ms) => DateTimeOffset.FromUnixTimeMilliseconds(ms);

    public static DateTimeOffset? Of(long? ms) => ms is { } given ? Of(given) : null;
}
