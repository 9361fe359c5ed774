using Microsoft.OpenApi;
using MockMessaging.Control;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace MockMessaging.OpenApi;

/// <summary>Describes bodies that are not only JSON: uploads and scenarios.</summary>
internal sealed class FileBodies : IOperationFilter
{
    public static OpenApiSchema File() => new() { Type = JsonSchemaType.String, Format = "binary" };

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (operation.OperationId == "LoadScenario")
        {
            operation.RequestBody = Scenario(context);
        }

        if (operation.OperationId != "UploadMedia")
        {
            return;
        }

        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Description = "The file. Any type is possible; image/png stands for all of them.",
            Content = new Dictionary<string, IOpenApiMediaType>
            {
                ["multipart/form-data"] = new OpenApiMediaType
                {
                    Schema = new OpenApiSchema { Type = JsonSchemaType.Object, Required = new HashSet<string> { "file" }, Properties = new Dictionary<string, IOpenApiSchema> { ["file"] = File() } },
                },
                ["image/png"] = new OpenApiMediaType { Schema = File() },
            },
        };
    }

    private static OpenApiRequestBody Scenario(OperationFilterContext context)
    {
        var schema = context.SchemaGenerator.GenerateSchema(typeof(Scenario), context.SchemaRepository);
        return new OpenApiRequestBody
        {
            Description = "The scenario, as YAML or as JSON.",
            Content = new Dictionary<string, IOpenApiMediaType>
            {
                ["application/json"] = new OpenApiMediaType { Schema = schema, Example = SampleRequests.Of("sandbox-scenarios")[0].Body },
                ["application/yaml"] = new OpenApiMediaType { Schema = schema },
            },
        };
    }
}
