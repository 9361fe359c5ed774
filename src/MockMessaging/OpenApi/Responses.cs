using System.Net.Mime;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using MockMessaging.Authentication;
using MockMessaging.Contract;
using MockMessaging.Errors;
using MockMessaging.Http;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace MockMessaging.OpenApi;

/// <summary>Lists the errors of each route, each with an example as the server really returns it.</summary>
internal sealed class ErrorResponses : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (!context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<ApiKeyAttribute>().Any())
        {
            return;
        }

        var sandbox = context.DocumentName == DocumentNames.Sandbox;
        var shape = sandbox ? typeof(SandboxProblem) : typeof(ApiResponse<JsonObject>);
        context.SchemaGenerator.GenerateSchema(shape, context.SchemaRepository);
        if (!sandbox && context.ApiDescription.HttpMethod == HttpMethods.Post)
        {
            (operation.Responses ??= [])["201"] = new OpenApiResponse { Description = "Listed by the vendor. This server never returns it; success is 200." };
        }

        foreach (var refusal in Refusals.Of(context.ApiDescription, sandbox))
        {
            (operation.Responses ??= [])[refusal.Status] = new OpenApiResponse
            {
                Description = refusal.Description,
                Content = new Dictionary<string, IOpenApiMediaType>
                {
                    [sandbox ? MediaTypeNames.Application.ProblemJson : MediaTypeNames.Application.Json] = new OpenApiMediaType
                    {
                        Schema = new OpenApiSchemaReference(SchemaNames.Of(shape), context.Document),
                        Example = refusal.Example is not { } example ? null : sandbox ? Problem(example) : Envelope(example, "/" + context.ApiDescription.RelativePath),
                    },
                },
            };
        }
    }

    private static JsonNode Envelope(ApiException failure, string path) =>
        JsonSerializer.SerializeToNode(ErrorEnvelope.Of(failure, path, ErrorSchema.TraceId, 0), ErrorJson.Readable.ApiResponseJsonObject)!;

    private static JsonNode Problem(ApiException failure) => JsonSerializer.SerializeToNode(SandboxProblem.Of(failure), SandboxProblemJson.Default.SandboxProblem)!;
}

/// <summary>Says what a success response contains, and where.</summary>
internal sealed class SuccessResponses : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        foreach (var response in context.ApiDescription.SupportedResponseTypes)
        {
            operation.Responses![$"{response.StatusCode}"].Description = (response.StatusCode, Envelope(response.Type)) switch
            {
                (StatusCodes.Status408RequestTimeout, _) => "The time is up. `pending` lists what has not happened yet.",
                (StatusCodes.Status503ServiceUnavailable, _) => "Not ready; the body says why.",
                (StatusCodes.Status204NoContent, _) => "Success, without a body.",
                (StatusCodes.Status206PartialContent, _) => "The part of the file that Range asks for.",
                (StatusCodes.Status304NotModified, _) => "The client has the file already.",
                (StatusCodes.Status401Unauthorized, _) => "The workspace's media rules ask for its key.",
                (StatusCodes.Status403Forbidden, _) => "The link has expired by the workspace's clock.",
                (StatusCodes.Status404NotFound, _) => "There is no such file.",
                (StatusCodes.Status416RangeNotSatisfiable, _) => "The file has no such part.",
                (_, { } envelope) when envelope == typeof(ApiResponse<>) => "Success. `results` contains the result, `data` its first item.",
                (_, { } envelope) when envelope == typeof(ApiResultsMetaCompactResponse<>) => "Success. `results` contains the result.",
                _ => "Success.",
            };
        }
    }

    private static Type? Envelope(Type? shape) => shape is { IsGenericType: true } ? shape.GetGenericTypeDefinition() : null;
}
