using System.Text.Json;
using System.Text.Json.Nodes;

using MockMessaging.Contract;

namespace MockMessaging.Http;

/// <summary>JSON text as a whole, whatever shape it has.</summary>
internal static class JsonText
{
    /// <returns>How many levels it is nested.</returns>
    /// <exception cref="JsonException">It is no JSON; the message says why.</exception>
    public static int DepthOf(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = int.MaxValue });
        var deepest = 0;
        while (reader.Read())
        {
            // An object or list within is counted by its own level, a value by that of its owner.
            deepest = Math.Max(deepest, reader.CurrentDepth + (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray ? 1 : 0));
        }

        return deepest;
    }

    /// <summary>The same text with each property of an object once: of several the last one.</summary>
    public static byte[] LastOfEachName(byte[] utf8)
    {
        var node = JsonSerializer.Deserialize(utf8, ContractJsonOptions.Request.TypeInfo<JsonNode>())!;
        return JsonSerializer.SerializeToUtf8Bytes(node, ContractJsonOptions.Sparse.TypeInfo<JsonNode>());
    }
}
