using System.Net.Mime;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using MockMessaging.Contract;
using MockMessaging.Inbound;
using MockMessaging.Seeding;
using MockMessaging.Webhooks;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace MockMessaging.OpenApi;

/// <summary>The two calls that go the other way, from the vendor to its client.</summary>
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
            "Sent to the URL that `POST /api/v1/config/webhook` registered, exactly as registered, one item per call: a customer's message, "
            + "a new status of a message you sent, or an event of a session. `type` tells which list holds it. Calls about one contact come one after the other, "
            + "in the order things happened, and never before the answer to the request that caused them. Any answer of the 200s counts as taken.";

        var info = Call(context, typeof(InBoundContact), "contact-info", typeof(ContactInfoUpdate));
        info.OperationId = "contactInfo";
        info.Summary = "Who is this?";
        info.Description =
            "Asks you what you know about a contact, whenever a session begins. Sent to the URL in the setting Webhooks:ContactInfoUrl, and to nobody without one. "
            + "Your answer shows up as `businessProfile` in what is sent later. To see an answer, ask this server: `POST /api/v1/contact/info` plays your side.";

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
                Description = "Proves that the call comes from here; the value of the setting Webhooks:VerifyToken.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, Default = JsonValue.Create(WebhooksOptions.DocumentedVerifyToken) },
            },
        ],
        RequestBody = new OpenApiRequestBody { Required = true, Content = Json(context, body, JsonNode.Parse(Fixtures.Request(sample))) },
        Responses = new OpenApiResponses
        {
            ["200"] = new OpenApiResponse
            {
                Description = answer is null ? "Taken. What the answer says is kept for you to look at, and has no effect." : "What you know.",
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
