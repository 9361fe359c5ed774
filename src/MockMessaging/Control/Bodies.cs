using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MockMessaging.Control;

/// <summary>Shows bytes that are most likely JSON.</summary>
internal static class Bodies
{
    /// <summary>The JSON, or the text where it is none; nothing for no bytes.</summary>
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
}
