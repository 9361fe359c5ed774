using System.Globalization;

namespace MockMessaging.Http;

/// <summary>
/// Finds escapes such as <c>\ud83d</c> that are only half of a letter, as a text has that was cut within an emoji. Java accepts them; no valid text
/// holds them, so nothing further in could write them down.
/// </summary>
internal static class LoneSurrogates
{
    private const int EscapeLength = 6;

    private static ReadOnlySpan<byte> Replacement => "\\uFFFD"u8;

    /// <summary>Writes U+FFFD over each of them.</summary>
    /// <param name="json">JSON text; a backslash outside a string is left for the parser to refuse.</param>
    /// <returns>True if there was one.</returns>
    public static bool Replace(Span<byte> json)
    {
        if (json.IndexOf("\\uD"u8) < 0 && json.IndexOf("\\ud"u8) < 0)
        {
            return false;
        }

        var found = false;
        for (var at = 0; json[at..].IndexOf((byte)'\\') is >= 0 and var distance;)
        {
            at += distance;
            var unit = UnitAt(json, at);
            if (unit is null)
            {
                // The letter behind a backslash is never the start of another escape.
                at = Math.Min(at + 2, json.Length);
            }
            else if (char.IsHighSurrogate(unit.Value) && UnitAt(json, at + EscapeLength) is { } next && char.IsLowSurrogate(next))
            {
                at += 2 * EscapeLength;
            }
            else
            {
                if (char.IsSurrogate(unit.Value))
                {
                    Replacement.CopyTo(json[at..]);
                    found = true;
                }

                at += EscapeLength;
            }
        }

        return found;
    }

    /// <summary>The UTF-16 unit that an escape stands for; null if there is no such escape.</summary>
    private static char? UnitAt(ReadOnlySpan<byte> json, int at) =>
        at + EscapeLength <= json.Length && json[at] == '\\' && json[at + 1] == 'u'
        && ushort.TryParse(json.Slice(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? (char)unit
            : null;
}
