using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace MockMessaging.OpenApi;

/// <summary>Puts bodies that work beside each route, from <c>fixtures/requests/</c>.</summary>
internal sealed class RequestExamples : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var stem = SampleRequests.StemOf(context.ApiDescription.RelativePath!);
        if (operation.RequestBody?.Content?.Values.OfType<OpenApiMediaType>().SingleOrDefault() is { } body)
        {
            Add(body, SampleRequests.Of(stem));
        }

        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>().Where(parameter => parameter.In == ParameterLocation.Path) ?? [])
        {
            parameter.Example = SampleRequests.PathValue(context.ApiDescription.RelativePath!, parameter.Name!);
        }

        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>().Where(parameter => parameter.In == ParameterLocation.Query) ?? [])
        {
            // A GET that mirrors a POST takes the same values.
            parameter.Example = SampleRequests.Of(stem).Select(sample => (sample.Body as JsonObject)?[parameter.Name!]).FirstOrDefault()?.DeepClone();
        }
    }

    private static void Add(OpenApiMediaType body, IReadOnlyList<SampleRequest> samples)
    {
        if (samples is [var only])
        {
            body.Example = only.Body;
            return;
        }

        foreach (var sample in samples)
        {
            (body.Examples ??= new Dictionary<string, IOpenApiExample>())[sample.Name] = new OpenApiExample { Summary = sample.Name, Value = sample.Body };
        }
    }
}
