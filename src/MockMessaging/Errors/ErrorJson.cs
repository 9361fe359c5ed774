using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using MockMessaging.Contract;

namespace MockMessaging.Errors;

/// <summary>How refusals are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ApiResponse<JsonObject>))]
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class ErrorJson : JsonSerializerContext
{
    /// <summary>Quotes in sentences stay readable.</summary>
    public static ErrorJson Readable { get; } = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, PropertyNamingPolicy = JsonNamingPolicy.CamelCase });
}
