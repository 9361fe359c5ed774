using System.Xml;

namespace MockMessaging.Time;

/// <summary>Spans of time as ISO 8601 writes them: PT30S, PT24H, P7D.</summary>
internal static class IsoSpan
{
    public static string Of(TimeSpan span) => XmlConvert.ToString(span);

    public static string? Of(TimeSpan? span) => span is { } given ? Of(given) : null;

    public static bool TryParse(string text, out TimeSpan span)
    {
        try
        {
            span = XmlConvert.ToTimeSpan(text.Trim());
            return true;
        }
        catch (Exception failure) when (failure is FormatException or OverflowException)
        {
            span = default;
            return false;
        }
    }
}
