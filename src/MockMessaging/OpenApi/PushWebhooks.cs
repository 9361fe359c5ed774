using System.Net.Mime;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using MockMessaging.Contract;
using MockMessaging.Inbound;
using MockMessaging.Seeding;
using MockMessaging.Webhooks;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace MockMessaging.OpenApi;

/// <summary>The two requests that the vendor sends to its client.</summary>
internal sealed class PushWebhooks : IDocumentFilter
{
    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        if (context.DocumentName != DocumentNames.Messaging)
        {
            return;
        }

        var receive = Call(context, typeof(InBoundWrapper), "message-receive", null);
        receive.OperationId = "messageReceive";
        receive.Summary = "Something happened";
        receive.Description =
            "Sent to the URL registered with `POST /api/v1/config/webhook`, with one item per request: a customer's message, "
            + "a new status of a message you sent, or an event of a session. `type` says which list contains it. Requests about one contact come one after the other, "
            + "in the order of what happened, and never before the response to the request that caused them. Every response status 200 to 299 means that you accepted it.";

        var info = Call(context, typeof(InBoundContact), "contact-info", typeof(ContactInfoUpdate));
        info.OperationId = "contactInfo";
        info.Summary = "Who is this?";
        info.Description =
            "Kind you what you know about a contact, each time a session begins. Sent to the URL in the setting Webhooks:ContactInfoUrl; if it is empty, nothing is sent. "
            + "Later pushes contain your response as `businessProfile`. For an example response, call `POST /api/v1/contact/info` of this server, which plays your part.";

        swaggerDoc.Webhooks = new Dictionary<string, IOpenApiPathItem>
        {
            ["contactInfo"] = Path(info),
            ["messageReceive"] = Path(receive),
        };
    }

    private static OpenApiPathItem Path(OpenApiOperation call) => new() { Operations = new() { [HttpMethod.Post] = call } };

    private static OpenApiOperation Call(DocumentFilterContext context, Type body, string sample, Type? answer) => new()
    {
        Parameters =
        [
            new OpenApiParameter
            {
                Name = VerifyTokenAttribute.Header,
                In = ParameterLocation.Header,
                Description = "Proves that the request comes from this server: the value of the setting Webhooks:VerifyToken.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, Default = JsonValue.Create(WebhooksOptions.DocumentedVerifyToken) },
            },
        ],
        RequestBody = new OpenApiRequestBody { Required = true, Content = Json(context, body, JsonNode.Parse(Fixtures.Request(sample))) },
        Responses = new OpenApiResponses
        {
            ["200"] = new OpenApiResponse
            {
                Description = answer is null ? "You accepted it. The response body is stored for you to look at, and has no effect." : "What you know about the contact.",
                Content = answer is null ? null : Json(context, answer),
            },
        },
    };

    private static Dictionary<string, IOpenApiMediaType> Json(DocumentFilterContext context, Type shape, JsonNode? example = null) => new()
    {
        [MediaTypeNames.Application.Json] = new OpenApiMediaType
        {
            Schema = context.SchemaGenerator.GenerateSchema(shape, context.SchemaRepository),
            Example = example,
        },
    };
}
