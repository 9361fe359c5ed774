using System.Net.Mime;
using Microsoft.OpenApi;
using MockMessaging.Control;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace MockMessaging.OpenApi;

/// <summary>Lists the three shapes in which a wait is answered, one for each thing that can be waited for.</summary>
internal sealed class WaitAnswers : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (operation.OperationId == "Wait" && operation.Responses!["200"].Content![MediaTypeNames.Application.Json] is OpenApiMediaType answer)
        {
            answer.Schema = new OpenApiSchema
            {
                OneOf = [.. new[] { typeof(MessageDetail), typeof(PushView), typeof(IdleView) }.Select(shape => context.SchemaGenerator.GenerateSchema(shape, context.SchemaRepository))],
            };
        }
    }
}
