using System.Text.Json.Nodes;
using MockMessaging.Contract;

namespace MockMessaging.OpenApi;

/// <summary>What a shape is called in the vendor's document.</summary>
internal static class SchemaNames
{
    public const string Error = "ApiErrorResponse";

    public static string Of(Type type) => type switch
    {
        _ when type == typeof(ApiResponse<JsonObject>) => Error,
        _ when type == typeof(Dictionary<string, JsonNode>) => "Map_string_object_",
        _ when type == typeof(Dictionary<string, string>) => "Map_string_string_",
        { IsGenericType: true } => $"{type.Name[..type.Name.IndexOf('`')]}_{Of(type.GetGenericArguments()[0])}_object_",
        _ => type.Name,
    };
}
