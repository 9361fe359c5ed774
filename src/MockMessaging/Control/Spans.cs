using MockMessaging.Errors;
using MockMessaging.Time;

namespace MockMessaging.Control;

/// <summary>Reads spans of time in requests of the control plane.</summary>
internal static class Spans
{
    /// <exception cref="ApiException">It is none, or less than nothing; the field is named.</exception>
    public static TimeSpan Of(string text, string field) => IsoSpan.TryParse(text, out var span) && span >= TimeSpan.Zero
        ? span
        : throw ErrorCatalog.WrongValue("", field, $"{field}: '{text}' is no ISO 8601 span such as PT30S, PT24H or P7D.");

    /// <summary>The same for what may be left out.</summary>
    public static TimeSpan? OfOptional(string? text, string field) => text is null ? null : Of(text, field);

    /// <summary>The same in whole milliseconds.</summary>
    public static long? MillisecondsOf(string? text, string field, TimeSpan longest) => OfOptional(text, field) switch
    {
        null => null,
        { } span when span <= longest => (long)span.TotalMilliseconds,
        _ => throw ErrorCatalog.WrongValue("", field, $"{field}: '{text}' is longer than {longest.TotalDays:0} days."),
    };
}
