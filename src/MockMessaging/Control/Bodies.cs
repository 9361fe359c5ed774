using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using MockMessaging.Http;

namespace MockMessaging.Control;

/// <summary>Shows stored bodies: as JSON if they are JSON, else as text; null for an empty body.</summary>
internal static class Bodies
{
    /// <summary>A body that this server wrote.</summary>
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
    /// A body that a client sent. It may be readable and still not writable: of a property that is there twice the last one counts, as for
    /// every parser, and invalid Unicode becomes U+FFFD.
    /// </summary>
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
