using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.OpenApi;
using MockMessaging.Contract;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace MockMessaging.OpenApi;

/// <summary>Adds the shapes that the vendor documents though no route uses them, and gives its two maps their names.</summary>
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

    /// <summary>The live service puts into the full envelope what the document shows in the small one; the document knows nothing of that.</summary>
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
