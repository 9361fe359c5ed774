using System.Net.Mime;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace MockMessaging.OpenApi;

/// <summary>Leaves one media type per body, the one that is really used: JSON, unless the action names another one.</summary>
internal sealed class JsonOnly : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (operation.RequestBody is OpenApiRequestBody body)
        {
            body.Content = Json(body.Content);
            body.Required = true;
        }

        foreach (var answer in operation.Responses?.Values.OfType<OpenApiResponse>() ?? [])
        {
            answer.Content = Json(answer.Content);
        }
    }

    private static Dictionary<string, IOpenApiMediaType>? Json(IDictionary<string, IOpenApiMediaType>? offered) => offered switch
    {
        null or { Count: 0 } => null,
        _ when offered.Keys.FirstOrDefault(IsNamed) is { } named => new() { [named] = offered[named] },
        _ => new() { [MediaTypeNames.Application.Json] = offered.Values.First() },
    };

    private static bool IsNamed(string type) => type is MediaTypeNames.Application.ProblemJson or MediaTypeNames.Text.EventStream or MediaTypeNames.Application.Octet;
}
