using System.Globalization;

namespace MockMessaging.Http;

/// <summary>
/// Finds escapes such as <c>\ud83d</c> that are only half of a character, from a text that was cut inside an emoji. Java accepts them, but they are not
/// valid Unicode, so the rest of this server could not store them.
/// </summary>
internal static class LoneSurrogates
{
    private const int EscapeLength = 6;

    private static ReadOnlySpan<byte> Replacement => "\\uFFFD"u8;

    /// <summary>Replaces each of them with U+FFFD, in place; true if there was one.</summary>
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
                // The character after a backslash never starts another escape.
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

    /// <summary>The UTF-16 unit of an escape; null if there is no escape.</summary>
    private static char? UnitAt(ReadOnlySpan<byte> json, int at) =>
        at + EscapeLength <= json.Length && json[at] == '\\' && json[at + 1] == 'u'
        && ushort.TryParse(json.Slice(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? (char)unit
            : null;
}
