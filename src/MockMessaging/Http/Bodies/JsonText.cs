using System.Text.Json;
using System.Text.Json.Nodes;
using MockMessaging.Contract;

namespace MockMessaging.Http;

internal static class JsonText
{
    /// <summary>Number of nesting levels.</summary>
    /// <exception cref="JsonException">It is not JSON; the message says why.</exception>
    public static int DepthOf(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = int.MaxValue });
        var deepest = 0;
        while (reader.Read())
        {
            // The depth of a start token is that of its owner.
            deepest = Math.Max(deepest, reader.CurrentDepth + (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray ? 1 : 0));
        }

        return deepest;
    }

    /// <summary>The text without duplicate properties; the last one counts.</summary>
    public static byte[] LastOfEachName(byte[] utf8)
    {
        var node = JsonSerializer.Deserialize(utf8, ContractJsonOptions.Request.TypeInfo<JsonNode>())!;
        return JsonSerializer.SerializeToUtf8Bytes(node, ContractJsonOptions.Sparse.TypeInfo<JsonNode>());
    }
}
