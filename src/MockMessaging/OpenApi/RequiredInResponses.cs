using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace MockMessaging.OpenApi;

/// <summary>
/// Marks properties of responses as required: of the messaging API almost all, as the vendor's document does; of the control plane those that are
/// never null (<see cref="NeverNull"/>). Shapes that are also used in requests have no required properties, because the server says what is missing.
/// </summary>
internal sealed class RequiredInResponses : IDocumentFilter
{
    /// <summary>Optional properties by schema; an empty list: all of them are optional.</summary>
    private static readonly Dictionary<string, string[]> Optional = new(StringComparer.Ordinal)
    {
        ["ContactInfoUpdate"] = [],
        ["ContactDTO"] = ["contactId", "email", "name", "phone"],
        ["ContactMeta"] = ["contactId", "email", "name", "phone"],
        ["CustomerLabel"] = ["format", "name", "type"],
    };

    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        var schemas = context.SchemaRepository.Schemas;
        var inRequests = new HashSet<string>(StringComparer.Ordinal);
        foreach (var body in Bodies(swaggerDoc))
        {
            Follow(body, schemas, inRequests);
        }

        foreach (var (name, schema) in schemas)
        {
            if (schema is OpenApiSchema { Properties.Count: > 0 } request && inRequests.Contains(name))
            {
                request.Required = null;
            }
            else if (context.DocumentName == DocumentNames.Messaging && schema is OpenApiSchema { Properties: { Count: > 0 } properties } own)
            {
                var optional = Optional.GetValueOrDefault(name);
                own.Required = optional is [] ? null : properties.Keys.Except(optional ?? []).ToHashSet(StringComparer.Ordinal);
            }
        }
    }

    private static IEnumerable<IOpenApiSchema?> Bodies(OpenApiDocument document) =>
        document.Paths.Values.Concat(document.Webhooks?.Values ?? [])
            .SelectMany(path => path.Operations?.Values ?? Enumerable.Empty<OpenApiOperation>())
            .SelectMany(operation => operation.RequestBody?.Content?.Values ?? Enumerable.Empty<IOpenApiMediaType>())
            .Select(content => content.Schema);

    private static void Follow(IOpenApiSchema? schema, Dictionary<string, IOpenApiSchema> schemas, HashSet<string> seen)
    {
        switch (schema)
        {
            case OpenApiSchemaReference { Reference.Id: { } name }:
                if (seen.Add(name) && schemas.TryGetValue(name, out var named))
                {
                    Follow(named, schemas, seen);
                }

                break;
            case OpenApiSchema own:
                Follow(own.Items, schemas, seen);
                Follow(own.AdditionalProperties, schemas, seen);
                foreach (var property in own.Properties?.Values ?? Enumerable.Empty<IOpenApiSchema>())
                {
                    Follow(property, schemas, seen);
                }

                break;
        }
    }
}
