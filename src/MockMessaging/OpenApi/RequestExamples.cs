using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using MockMessaging.Seeding;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace MockMessaging.OpenApi;

/// <summary>Adds example bodies that work, from <c>fixtures/requests/</c>.</summary>
internal sealed class RequestExamples : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var stem = SampleRequests.StemOf(context.ApiDescription.RelativePath!);
        if (operation.RequestBody?.Content?.Values.OfType<OpenApiMediaType>().SingleOrDefault() is { } body)
        {
            Add(body, SampleRequests.Of(stem, context.ApiDescription.HttpMethod));
        }

        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>().Where(parameter => parameter.In == ParameterLocation.Path) ?? [])
        {
            parameter.Example = SampleRequests.PathValue(context.ApiDescription.RelativePath!, parameter.Name!);
        }

        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>().Where(parameter => parameter.In == ParameterLocation.Query) ?? [])
        {
            // A GET with the same path as a POST has the same values.
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

/// <summary>The example bodies of a route, the simplest first.</summary>
internal static class SampleRequests
{
    private const string Plainest = "text";

    /// <summary>Bodies that are too small for a file. Without them, Swagger would show every property at once, which the server refuses.</summary>
    private static readonly Dictionary<string, string> InPlace = new(StringComparer.Ordinal)
    {
        ["sandbox-channels-{channelId}"] = """{ "name": "Orders" }""",
        ["sandbox-templates-{id} PUT"] = """{ "code": "ORDER_READY", "body": "Hello {{contact.name}}, your order {{data.orderId}} is ready.", "contactType": "WHATSAPP", "status": "pending", "approveAfter": "PT24H" }""",
        ["sandbox-templates-{id}"] = """{ "status": "rejected", "reason": "The category is wrong." }""",
        ["sandbox-apps-{id}"] = """{ "appType": "WEBHOOK", "queue": "orders_bot", "keyName": "Orders Bot" }""",
        ["sandbox-vars-{key}"] = """{ "value": "Marigold Home" }""",
        ["sandbox-clock"] = """{ "mode": "frozen" }""",
        ["sandbox-clock-advance"] = """{ "by": "PT24H" }""",
        ["sandbox-sessions-{sessionId}-notes"] = """{ "text": "Prefers to be called in the evening.", "by": "asha" }""",
        ["sandbox-outcomes"] = """{ "match": { "contactId": "wa919876543210_918828218374" }, "outcome": "failed", "error": { "code": "131026" }, "times": 1 }""",
        ["sandbox-faults"] = """{ "name": "flaky-send", "target": { "method": "POST", "path": "/api/v1/message/send" }, "trigger": { "next": 2 }, "effect": { "status": 503 } }""",
        ["sandbox-faults-{id}"] = """{ "paused": true }""",
        ["sandbox-pushes"] = """{ "app": "my_bot", "contactId": "wa919988776655_918828218374", "body": { "type": "statuses", "statuses": [{ "id": "000000000000000000000000", "status": "DLVRD" }] } }""",
        ["sandbox-requests-verify"] = """{ "match": { "method": "POST", "path": "/api/v1/message/send", "body": { "type": "text" } }, "atMost": 100 }""",
        ["sandbox-messages-{id}-status"] = """{ "status": "FAILD", "error": { "code": "131026" } }""",
        ["sandbox-snapshots"] = """{ "name": "prepared" }""",
        ["sandbox-workspaces"] = """{ "from": null }""",
        ["sandbox-traffic"] = """{ "contacts": 5, "inboundPerMinute": 10, "for": "PT10M" }""",
        ["sandbox-import"] = """{ "format": "mock-messaging-workspace", "version": 1, "archivedAt": "2026-01-05T10:00:00Z", "seed": 42, "examples": true, "records": [] }""",
        ["sandbox-scenarios"] = """{ "customers": [{ "name": "Asha Rao", "phone": "+919988776655", "turns": [{ "when": { "text": "order" }, "after": "PT2M", "says": "Yes, please" }] }] }""",
        ["sandbox-wait-status"] = """{ "messageId": "61f3810a02e14c0877fc1a34", "status": "READ" }""",
        ["sandbox-workspace"] = """{ "careWindow": true, "rules": "warn", "delays": { "read": "PT10S" }, "media": { "linksExpireAfter": "PT5M" } }""",
    };

    /// <summary>A path parameter value that exists under the key of the examples; null if there is none.</summary>
    public static string? PathValue(string path, string name) => (path, name) switch
    {
        (_, "sessionId") => "61f3810a02e14c0877fc1a32",
        ("_sandbox/messages/{id}" or "_sandbox/messages/{id}/status", _) => "61f3810a02e14c0877fc1a34",
        ("_sandbox/conversations/{contactId}", _) => "wa919988776655_918828218374",
        ("_sandbox/faults/{id}", _) => "flaky-send",
        ("_sandbox/templates/{id}", _) => "65e1a41e7b3c4d0012f8a64e",
        ("_sandbox/apps/{id}", _) => "61ec7d912ce85742b201c5a1",
        (_, "channelId") => "wa360:919810055182",
        (_, "key") => "company_name",
        (_, "name") => "prepared",
        _ => null,
    };

    /// <summary>The beginning of the file names of a route: <c>api/v1/message/send</c> gives <c>message-send</c>.</summary>
    public static string StemOf(string path) => path.Replace("api/v1/", "", StringComparison.Ordinal).TrimStart('_').Replace('/', '-');

    /// <param name="method">For routes with bodies of several methods; null for any.</param>
    public static IReadOnlyList<SampleRequest> Of(string stem, string? method = null) => InPlace.TryGetValue($"{stem} {method}", out var own) || InPlace.TryGetValue(stem, out own)
        ? [new SampleRequest(Plainest, JsonNode.Parse(own)!)]
        : [.. Fixtures.RequestNames
            .Where(name => name == stem || name.StartsWith(stem + "-", StringComparison.Ordinal))
            .OrderBy(name => name.Length == stem.Length ? "" : name, StringComparer.Ordinal)
            .Select(name => new SampleRequest(name.Length == stem.Length ? Plainest : name[(stem.Length + 1)..], JsonNode.Parse(Fixtures.Request(name))!))];
}

internal sealed record SampleRequest(string Name, JsonNode Body);
