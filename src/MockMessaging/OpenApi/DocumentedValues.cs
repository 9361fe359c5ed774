using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using MockMessaging.Contract;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace MockMessaging.OpenApi;

/// <summary>Lists the values the vendor's document gives for a text, though others are taken too.</summary>
internal sealed class DocumentedValues : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is OpenApiSchema own && context.MemberInfo?.GetCustomAttribute<DocumentedValuesAttribute>() is { } documented)
        {
            own.Enum = [.. documented.Values.Select(value => (JsonNode)value)];
        }
    }
}
