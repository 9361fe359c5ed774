using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using MockMessaging.Contract;

namespace MockMessaging.Errors;

/// <summary>How refusals are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ApiResponse<JsonObject>))]
internal sealed partial class ErrorJson : JsonSerializerContext;
