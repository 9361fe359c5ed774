using System.Net.Mime;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.OpenApi;
using MockMessaging.Authentication;
using MockMessaging.Contract;
using MockMessaging.Http;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace MockMessaging.OpenApi;

/// <summary>Lists the refusals of each route, in the form they are answered in.</summary>
internal sealed class ErrorAnswers : IOperationFilter
{
    private static readonly string[] RoutesThatLookSomethingUp = ["api/v1/session/", "api/v1/contact/prefs/"];

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (!context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<ApiKeyAttribute>().Any())
        {
            return;
        }

        var sandbox = context.DocumentName == DocumentNames.Sandbox;
        var shape = sandbox ? typeof(SandboxProblem) : typeof(ApiResponse<JsonObject>);
        context.SchemaGenerator.GenerateSchema(shape, context.SchemaRepository);
        foreach (var (status, description) in Refusals(context))
        {
            (operation.Responses ??= [])[status] = new OpenApiResponse
            {
                Description = description,
                Content = new Dictionary<string, IOpenApiMediaType>
                {
                    [sandbox ? MediaTypeNames.Application.ProblemJson : MediaTypeNames.Application.Json] =
                        new OpenApiMediaType { Schema = new OpenApiSchemaReference(SchemaNames.Of(shape), context.Document) },
                },
            };
        }
    }

    private static IEnumerable<(string Status, string Description)> Refusals(OperationFilterContext context)
    {
        var api = context.ApiDescription;
        var hasBody = api.ParameterDescriptions.Any(parameter => parameter.Source == BindingSource.Body);
        if (api.ParameterDescriptions.Count > 0)
        {
            yield return ("400", hasBody
                ? "The body is missing, is no JSON, or holds a value that cannot be used; the answer names the field."
                : "A parameter has a value that cannot be used.");
        }

        yield return ("401", api.ActionDescriptor.EndpointMetadata.OfType<ApiKeyAttribute>().Last().Optional
            ? "x-verify-token is wrong."
            : "x-api-key is missing, or not among the keys this server lets in.");
        yield return ("403", "x-api-id names no client app of this key. Only where the server lets in certain keys; elsewhere the default app acts.");
        if (RoutesThatLookSomethingUp.Any(route => api.RelativePath!.StartsWith(route, StringComparison.Ordinal)))
        {
            yield return ("404", "There is no such session or contact in this workspace.");
        }

        if (hasBody)
        {
            yield return ("405", "The route does not take this method; `Allow` lists those it takes.");
            yield return ("413", "The body is larger than this server takes.");
            yield return ("415", "The content type is not application/json.");
        }

        yield return ("503", "A limit of this server is reached: too much waits to be stored or pushed, or is held already. Nothing was done; the description names the setting and the way out.");
    }
}
