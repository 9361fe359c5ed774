using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using MockMessaging.Http;

namespace MockMessaging.Control;

/// <summary>Shows bytes that are most likely JSON.</summary>
internal static class Bodies
{
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
        var clean = Utf8.IsValid(utf8) ? (byte[])utf8.Clone() : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(utf8));
        LoneSurrogates.Replace(clean);
        return clean.AsMemory(clean.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0);
    }
}
