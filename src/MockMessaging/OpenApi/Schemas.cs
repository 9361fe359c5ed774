using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.OpenApi;
using MockMessaging.Contract;
using MockMessaging.Errors;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace MockMessaging.OpenApi;

/// <summary>Adds the shapes that the vendor documents although no route uses them, and names its two map types.</summary>
internal sealed class ContractSchemas : IDocumentFilter
{
    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        if (context.DocumentName != DocumentNames.Messaging)
        {
            return;
        }

        var shapes = typeof(ContractJson).GetCustomAttributesData()
            .Where(attribute => attribute.AttributeType == typeof(JsonSerializableAttribute))
            .Select(attribute => (Type)attribute.ConstructorArguments[0].Value!)
            .ToHashSet();
        foreach (var shape in shapes.Where(shape => !OnlyLive(shape, shapes)))
        {
            context.SchemaGenerator.GenerateSchema(shape, context.SchemaRepository);
        }

        AddMap(context, typeof(Dictionary<string, JsonNode>), JsonSchemaType.Object);
        AddMap(context, typeof(Dictionary<string, string>), JsonSchemaType.String);
    }

    /// <summary>Envelopes that only the live service uses: it returns the full envelope where the document has the compact one.</summary>
    private static bool OnlyLive(Type shape, HashSet<Type> shapes) =>
        shape.IsGenericType
        && shape.GetGenericTypeDefinition() == typeof(ApiResponse<>)
        && shapes.Contains(typeof(ApiResultsMetaCompactResponse<>).MakeGenericType(shape.GetGenericArguments()));

    private static void AddMap(DocumentFilterContext context, Type map, JsonSchemaType values) =>
        context.SchemaRepository.Schemas[SchemaNames.Of(map)] = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            AdditionalProperties = new OpenApiSchema { Type = values },
        };
}

/// <summary>Describes the error envelope and gives it an error as example; the envelope has only examples of success.</summary>
internal sealed class ErrorSchema : IDocumentFilter
{
    /// <summary>The trace id of all examples.</summary>
    public const string TraceId = "MCK-sample";

    private const string Path = "/api/v1/message/send";

    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        if (!context.SchemaRepository.Schemas.TryGetValue(SchemaNames.Error, out var known) || known is not OpenApiSchema schema)
        {
            return;
        }

        var refusal = ErrorEnvelope.Of(ErrorCatalog.ChannelMissing(), Path, TraceId, DateTimeOffset.UnixEpoch.ToUnixTimeMilliseconds());
        schema.Description = "An error: the full envelope without results. `errors` says what is wrong, and where.";
        schema.Examples = [JsonSerializer.SerializeToNode(refusal, ErrorJson.Default.ApiResponseJsonObject)!];
        foreach (var property in schema.Properties!.Values.OfType<OpenApiSchema>())
        {
            property.Examples = null;
        }
    }
}

/// <summary>Names of shapes in the vendor's document.</summary>
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
