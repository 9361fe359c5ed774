using System.Text.Json;
using Microsoft.OpenApi;
using MockMessaging.Errors;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace MockMessaging.OpenApi;

/// <summary>Shows a refusal as one; the envelope it shares with good answers has only good answers as examples.</summary>
internal sealed class ErrorSchema : IDocumentFilter
{
    /// <summary>The trace id of all examples.</summary>
    public const string TraceId = "MCK-sample";

    private const string Path = "/api/v1/message/send";

    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        if (!context.SchemaRepository.Schemas.TryGetValue(SchemaNames.Error, out var known) || known is not OpenApiSchema schema)
        {
            return;
        }

        var refusal = ErrorEnvelope.Of(ErrorCatalog.ChannelMissing(), Path, TraceId, DateTimeOffset.UnixEpoch.ToUnixTimeMilliseconds());
        schema.Description = "A refusal: the full envelope without results. `errors` says what is wrong, and where.";
        schema.Examples = [JsonSerializer.SerializeToNode(refusal, ErrorJson.Default.ApiResponseJsonObject)!];
        foreach (var property in schema.Properties!.Values.OfType<OpenApiSchema>())
        {
            property.Examples = null;
        }
    }
}
