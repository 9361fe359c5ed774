using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using Microsoft.AspNetCore.Mvc;
using MockMessaging.Contract;
using MockMessaging.Delivery;
using MockMessaging.Http;

namespace MockMessaging.Control;

/// <summary>
/// The JSON Schema of scenarios, for editors: they ask for it without a key. The OpenAPI document has the shapes itself, so it leaves this route out.
/// </summary>
[Route("_sandbox/scenarios/schema")]
[KnownQuery(IsStrict = true)]
[ApiExplorerSettings(IgnoreApi = true)]
internal sealed class ScenarioSchemaController : PlainController
{
    private static readonly Lazy<byte[]> Schema = new(() => Encoding.UTF8.GetBytes(ScenarioSchema.Make().ToJsonString(ControlJsonOptions.Wire)));

    [HttpGet(Name = "GetScenarioSchema")]
    public IActionResult Get() => new RawResult(Schema.Value);
}

/// <summary>Makes the JSON Schema of scenarios from the shapes of the requests.</summary>
internal static class ScenarioSchema
{
    public static JsonObject Make()
    {
        var texts = new XmlSummaries();
        var schema = ContractJsonOptions.WithoutOddities(ControlJsonOptions.Request).GetJsonSchemaAsNode(
            typeof(Scenario), new JsonSchemaExporterOptions { TransformSchemaNode = (context, node) => Described(context, node, texts) }).AsObject();
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", "Scenario of MockMessaging");
        return schema;
    }

    private static JsonNode Described(JsonSchemaExporterContext context, JsonNode made, XmlSummaries texts)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        var schema = made as JsonObject ?? [];
        var member = context.PropertyInfo?.AttributeProvider as MemberInfo;
        if (type == typeof(string))
        {
            // In YAML a phone or a code without quotes is a number.
            schema["type"] = new JsonArray("string", "number", "boolean", "null");
        }
        else if (type.IsEnum)
        {
            schema["enum"] = Words([.. Enum.GetNames(type).Select(name => char.ToLowerInvariant(name[0]) + name[1..]), null]);
        }

        if (member is { Name: nameof(OutcomeReaction.Outcome) } && member.DeclaringType == typeof(OutcomeReaction))
        {
            schema["enum"] = Words([.. DeliveryOutcomes.All.Select(outcome => outcome.Name), null]);
        }

        if (member is not null && texts.Find(member) is { } text)
        {
            schema["description"] = text;
        }

        return schema;
    }

    private static JsonArray Words(IEnumerable<string?> words) => [.. words.Select(word => (JsonNode?)word)];
}
