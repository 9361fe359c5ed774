using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace MockMessaging.Contract;

/// <summary>
/// Reads free JSON at once. The serialiser's own nodes read their content only when it is used, so that a duplicate name or broken text
/// would fail far from the request. The last of duplicate names counts, as for documented properties.
/// </summary>
internal sealed class WholeNodeConverter<T> : JsonConverter<T>
    where T : JsonNode
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Node(ref reader, options) as T ?? throw new JsonException();

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => value.WriteTo(writer, options);

    private static JsonNode? Node(ref Utf8JsonReader reader, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.StartObject => Fields(ref reader, options),
        JsonTokenType.StartArray => Items(ref reader, options),
        JsonTokenType.String => JsonValue.Create(reader.GetString()),
        JsonTokenType.Null => null,
        _ => JsonValue.Create(JsonElement.ParseValue(ref reader)),
    };

    private static JsonObject Fields(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        var fields = new JsonObject();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            if (!options.AllowDuplicateProperties && fields.ContainsKey(name))
            {
                throw new JsonException($"property '{name}' is there more than once");
            }

            reader.Read();
            fields[name] = Node(ref reader, options);
        }

        return fields;
    }

    private static JsonArray Items(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        var items = new JsonArray();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(Node(ref reader, options));
        }

        return items;
    }
}
