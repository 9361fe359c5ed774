using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace MockMessaging.Control;

/// <summary>Shows bytes that are most likely JSON.</summary>
internal static class Bodies
{
    private const int EscapeLength = 6;

    /// <summary>Bytes of this server: the JSON, or the text where it is none; null for no bytes.</summary>
    public static JsonNode? Read(byte[] utf8)
    {
        if (utf8.Length == 0)
        {
            return null;
        }

        try
        {
            return JsonNode.Parse(utf8);
        }
        catch (JsonException)
        {
            return Encoding.UTF8.GetString(utf8);
        }
    }

    /// <summary>
    /// The same for bytes of a caller, who may send what can be read but not be written: of a property named twice the last counts, as for
    /// whoever parsed it, and what is no Unicode is shown as U+FFFD.
    /// </summary>
    /// <param name="utf8">The bytes.</param>
    /// <param name="isJson">Whether they are JSON.</param>
    public static JsonNode? ReadForeign(byte[] utf8, out bool isJson)
    {
        isJson = false;
        var clean = Clean(utf8);
        if (clean.Length == 0)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(clean);
            isJson = true;
            return Copy(document.RootElement);
        }
        catch (JsonException)
        {
            return Encoding.UTF8.GetString(clean.Span);
        }
    }

    private static JsonNode? Copy(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                var copy = new JsonObject();
                foreach (var property in value.EnumerateObject())
                {
                    copy[property.Name] = Copy(property.Value);
                }

                return copy;
            case JsonValueKind.Array:
                return new JsonArray([.. value.EnumerateArray().Select(Copy)]);
            case JsonValueKind.Null:
                return null;
            default:
                return JsonValue.Create(value.Clone());
        }
    }

    private static ReadOnlyMemory<byte> Clean(byte[] utf8)
    {
        var valid = Utf8.IsValid(utf8) ? utf8 : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(utf8));
        var start = valid.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;
        return (valid.AsSpan().IndexOf("\\u"u8) < 0 ? valid : WithoutLoneSurrogates(valid)).AsMemory(start);
    }

    private static byte[] WithoutLoneSurrogates(byte[] utf8)
    {
        var clean = (byte[])utf8.Clone();
        for (var at = 0; at < clean.Length; at++)
        {
            if (clean[at] != '\\')
            {
                continue;
            }

            var unit = UnitAt(clean, at);
            if (unit is not { } escaped || !char.IsSurrogate(escaped))
            {
                at += unit is null ? 1 : EscapeLength - 1;
            }
            else if (char.IsHighSurrogate(escaped) && UnitAt(clean, at + EscapeLength) is { } low && char.IsLowSurrogate(low))
            {
                at += (2 * EscapeLength) - 1;
            }
            else
            {
                "\\uFFFD"u8.CopyTo(clean.AsSpan(at));
                at += EscapeLength - 1;
            }
        }

        return clean;
    }

    /// <summary>The UTF-16 unit that an escape stands for; null if there is no such escape.</summary>
    private static char? UnitAt(byte[] utf8, int at) =>
        at + EscapeLength <= utf8.Length && utf8[at] == '\\' && utf8[at + 1] == 'u'
        && System.Buffers.Text.Utf8Parser.TryParse(utf8.AsSpan(at + 2, EscapeLength - 2), out ushort unit, out var read, 'x') && read == EscapeLength - 2
            ? (char)unit
            : null;
}
