using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.InteropServices;

namespace MockMessaging.Ids;

/// <summary>An id as the vendor makes them: 24 lower-case hex digits, of which the first eight are the second of creation.</summary>
[StructLayout(LayoutKind.Sequential, Pack = sizeof(uint))]
internal readonly record struct ObjectId(uint Second, ulong Rest)
{
    public static bool TryParse([NotNullWhen(true)] string? text, out ObjectId id)
    {
        if (text is not { Length: 24 }
            || !uint.TryParse(text.AsSpan(0, 8), NumberStyles.AllowHexSpecifier, null, out var second)
            || !ulong.TryParse(text.AsSpan(8), NumberStyles.AllowHexSpecifier, null, out var rest))
        {
            id = default;
            return false;
        }

        id = new ObjectId(second, rest);
        return true;
    }

    public static ObjectId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is not an id of 24 hex digits.");

    public override string ToString() => string.Create(24, this, static (text, id) =>
    {
        id.Second.TryFormat(text, out _, "x8");
        id.Rest.TryFormat(text[8..], out _, "x16");
    });
}
