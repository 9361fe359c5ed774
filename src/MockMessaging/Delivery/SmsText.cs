using System.Buffers;

namespace MockMessaging.Delivery;

/// <summary>How an SMS carries a text: its encoding, and the segments that are sent and paid for.</summary>
/// <param name="Encoding">GSM-7, or UCS-2 if a character is not in the alphabet of GSM 03.38.</param>
/// <param name="Units">Length in septets of GSM-7 or in 16-bit units of UCS-2.</param>
/// <param name="Segments">Number of segments.</param>
internal readonly record struct SmsText(string Encoding, int Units, int Segments)
{
    /// <summary>Units of a text that fits into one segment, and of each segment of a longer one, whose header takes the rest.</summary>
    private const int GsmAlone = 160, GsmPart = 153, UcsAlone = 70, UcsPart = 67;

    private static readonly SearchValues<char> Basic = SearchValues.Create(
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà");

    /// <summary>Written as two septets.</summary>
    private static readonly SearchValues<char> Extended = SearchValues.Create("\f^{}\\[~]|€");

    public static SmsText Of(string text)
    {
        var isGsm = text.All(letter => Basic.Contains(letter) || Extended.Contains(letter));
        var sizes = isGsm ? text.Select(letter => Extended.Contains(letter) ? 2 : 1) : text.EnumerateRunes().Select(rune => rune.Utf16SequenceLength);
        var (alone, part) = isGsm ? (GsmAlone, GsmPart) : (UcsAlone, UcsPart);
        var (units, segments, filled) = (0, 1, 0);
        foreach (var size in sizes)
        {
            units += size;

            // No character is split between two segments.
            (segments, filled) = filled + size > part ? (segments + 1, size) : (segments, filled + size);
        }

        return new SmsText(isGsm ? "GSM-7" : "UCS-2", units, units <= alone ? 1 : segments);
    }
}
