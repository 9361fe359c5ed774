using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace MockMessaging.OpenApi;

/// <summary>Describes the body of an upload, which is a file and not JSON.</summary>
internal sealed class FileBodies : IOperationFilter
{
    public static OpenApiSchema File() => new() { Type = JsonSchemaType.String, Format = "binary" };

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
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
}
