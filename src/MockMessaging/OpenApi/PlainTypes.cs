using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace MockMessaging.OpenApi;

/// <summary>Types as the vendor documents them: never united with null, and open to properties nobody listed.</summary>
internal sealed class PlainTypes : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema own)
        {
            return;
        }

        own.AdditionalPropertiesAllowed = true;
        own.Type &= ~JsonSchemaType.Null;
    }
}
