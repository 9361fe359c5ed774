using System.Text.Json.Nodes;
using System.Xml.XPath;
using Microsoft.AspNetCore.Mvc;
using Microsoft.OpenApi;
using MockMessaging.Control;
using MockMessaging.Persistence;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace MockMessaging.OpenApi;

/// <summary>What the two documents contain, one line per rule.</summary>
internal static class DocumentContents
{
    /// <summary>Property names and enum values as the server reads and writes them.</summary>
    public static ISerializerDataContractResolver Shapes { get; } = new JsonSerializerDataContractResolver(ControlJsonOptions.Wire);

    public static void Describe(SwaggerGenOptions options)
    {
        options.SwaggerDoc(DocumentNames.Messaging, Introduction.Messaging);
        options.SwaggerDoc(DocumentNames.Sandbox, Introduction.Sandbox);
        options.DocInclusionPredicate((name, api) => (api.GroupName ?? DocumentNames.Messaging) == name);
        foreach (var document in XmlSummaries.Documents())
        {
            options.IncludeXmlComments(() => new XPathDocument(document.CreateReader()));
        }

        options.CustomOperationIds(api => api.ActionDescriptor.AttributeRouteInfo?.Name);
        options.OrderActionsBy(api => $"{api.RelativePath} {api.HttpMethod}");

        options.CustomSchemaIds(SchemaNames.Of);
        options.SortSchemasWith(StringComparer.Ordinal);
        options.UseInlineDefinitionsForEnums();
        options.MapType<JsonObject>(AnyObject);
        options.MapType<JsonNode>(AnyObject);
        options.MapType<Archive>(AnyObject);
        options.MapType<FileContentResult>(static () => FileBodies.File());
        options.MapType<decimal>(() => new OpenApiSchema { Type = JsonSchemaType.Number });
        options.MapType<Dictionary<string, JsonNode>>(() => new OpenApiSchemaReference(SchemaNames.Of(typeof(Dictionary<string, JsonNode>))));
        options.MapType<Dictionary<string, string>>(() => new OpenApiSchemaReference(SchemaNames.Of(typeof(Dictionary<string, string>))));
        options.SchemaFilter<PlainTypes>();
        options.SchemaFilter<DocumentedValues>();
        options.SchemaFilter<NeverNull>();

        options.OperationFilter<JsonOnly>();
        options.OperationFilter<PageParameters>();
        options.OperationFilter<KeyHeaders>();
        options.OperationFilter<SuccessResponses>();
        options.OperationFilter<ErrorResponses>();
        options.OperationFilter<RequestExamples>();
        options.OperationFilter<FileBodies>();

        options.DocumentFilter<ContractSchemas>();
        options.DocumentFilter<ErrorSchema>();
        options.DocumentFilter<PushWebhooks>();
        options.DocumentFilter<RequiredInResponses>();
        options.DocumentFilter<TagDescriptions>();
        options.DocumentFilter<ServersAndKeys>();
    }

    private static OpenApiSchema AnyObject() => new() { Type = JsonSchemaType.Object };
}
