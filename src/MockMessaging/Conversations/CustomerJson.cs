using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace MockMessaging.Conversations;

/// <summary>Contents of customers' messages that are stored until the customer writes.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CustomerContent))]
internal sealed partial class CustomerJson : JsonSerializerContext
{
    /// <exception cref="JsonException">It is no content.</exception>
    public static CustomerContent Read(JsonObject stored) => stored.Deserialize(Default.CustomerContent) ?? throw new JsonException("it is null.");

    public static JsonObject Write(CustomerContent content) => JsonSerializer.SerializeToNode(content, Default.CustomerContent)!.AsObject();
}
