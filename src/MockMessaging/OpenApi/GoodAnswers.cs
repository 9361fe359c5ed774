using Microsoft.OpenApi;
using MockMessaging.Contract;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace MockMessaging.OpenApi;

/// <summary>Says in words what a good answer holds, and where.</summary>
internal sealed class GoodAnswers : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        foreach (var answer in context.ApiDescription.SupportedResponseTypes)
        {
            operation.Responses![$"{answer.StatusCode}"].Description = (answer.StatusCode, Envelope(answer.Type)) switch
            {
                (StatusCodes.Status503ServiceUnavailable, _) => "Not yet.",
                (StatusCodes.Status204NoContent, _) => "Done; there is nothing to tell.",
                (_, { } envelope) when envelope == typeof(ApiResponse<>) => "Done. `results` holds what came of it, `data` its first item.",
                (_, { } envelope) when envelope == typeof(ApiResultsMetaCompactResponse<>) => "Done. `results` holds what came of it.",
                _ => "Done.",
            };
        }
    }

    private static Type? Envelope(Type? shape) => shape is { IsGenericType: true } ? shape.GetGenericTypeDefinition() : null;
}
