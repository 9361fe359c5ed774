using System.Net.Mime;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.OpenApi;
using MockMessaging.Authentication;
using MockMessaging.Contract;
using MockMessaging.Errors;
using MockMessaging.Http;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace MockMessaging.OpenApi;

/// <summary>Lists the refusals of each route, each with an example as it is in fact answered.</summary>
internal sealed class ErrorAnswers : IOperationFilter
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
            (operation.Responses ??= [])["201"] = new OpenApiResponse { Description = "Listed by the vendor; never answered, since what succeeds answers 200." };
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

    private static JsonNode Problem(ApiException failure) => JsonSerializer.SerializeToNode(
        new SandboxProblem(ReasonPhrases.GetReasonPhrase(failure.Status), failure.Status, failure.Message, failure.Errors.Count > 0 ? failure.Errors[0].Field : null),
        SandboxProblemJson.Default.SandboxProblem)!;
}
