using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using MockMessaging.Contract;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace MockMessaging.OpenApi;

/// <summary>Types as the vendor documents them: without null, and with additional properties allowed.</summary>
internal sealed class PlainTypes : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is OpenApiSchema own)
        {
            own.AdditionalPropertiesAllowed = true;
            own.Type &= ~JsonSchemaType.Null;
        }
    }
}

/// <summary>Lists the values that the vendor documents for a string, although others are accepted too.</summary>
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

/// <summary>Marks the properties that C# knows to be never null as required; those that are null are left out of a response.</summary>
internal sealed class NeverNull : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (context.DocumentName == DocumentNames.Sandbox && schema is OpenApiSchema { Properties: { Count: > 0 } properties } own)
        {
            var nullability = new NullabilityInfoContext();
            own.Required = context.Type.GetProperties()
                .Where(property => nullability.Create(property).ReadState == NullabilityState.NotNull)
                .Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name))
                .Where(properties.ContainsKey)
                .ToHashSet(StringComparer.Ordinal);
        }
    }
}
