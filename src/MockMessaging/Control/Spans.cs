using MockMessaging.Errors;
using MockMessaging.Http;
using MockMessaging.Time;

namespace MockMessaging.Control;

/// <summary>Reads spans of time in requests of the control plane.</summary>
internal static class Spans
{
    /// <summary>Longest span where nothing shorter is asked for.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(36_500);

    /// <exception cref="ApiException">It is none, less than nothing or too long; the field is named.</exception>
    public static TimeSpan Of(string text, string field, TimeSpan longest)
    {
        if (!IsoSpan.TryParse(text, out var span) || span < TimeSpan.Zero)
        {
            throw ErrorCatalog.WrongValue("", field, $"{field}: '{JsonPlace.Cut(text)}' is no ISO 8601 span such as PT30S, PT24H or P7D.");
        }

        return span <= longest ? span : throw ErrorCatalog.WrongValue("", field, $"{field}: '{JsonPlace.Cut(text)}' is longer than {IsoSpan.Of(longest)}.");
    }

    /// <summary>The same for what may be left out.</summary>
    public static TimeSpan? OfOptional(string? text, string field, TimeSpan longest) => text is null ? null : Of(text, field, longest);

    /// <summary>The same in whole milliseconds.</summary>
    public static long? MillisecondsOf(string? text, string field, TimeSpan longest) => OfOptional(text, field, longest) is { } span ? (long)span.TotalMilliseconds : null;
}
