using System.Text.Json.Nodes;

namespace MockMessaging.Tests.Behaviour;

/// <summary>Steps that can be taken in either fidelity profile, whose answers only one of them shapes as documented.</summary>
internal static class Steps
{
    public const string Send = "/api/v1/message/send";
    public const string Documented = "documented";
    public const string Production = "production";

    public static async Task<TestWorkspace> InAsync(this MockServer server, string fidelity)
    {
        var workspace = await server.NewWorkspaceWithExamplesAsync();
        await workspace.ChangeAsync(new JsonObject { ["fidelity"] = fidelity });
        return workspace;
    }

    /// <summary>A workspace whose pushes go to a receiver.</summary>
    public static async Task<TestWorkspace> InAsync(this MockServer server, string fidelity, WebhookReceiver receiver)
    {
        var workspace = await server.InAsync(fidelity);
        (await workspace.RawAsync("/api/v1/config/webhook", new JsonObject { ["url"] = receiver.Url })).Ok();
        return workspace;
    }

    public static async Task ChangeAsync(this TestWorkspace workspace, JsonObject change) =>
        (await workspace.CallAsync(HttpMethod.Patch, "/_sandbox/workspace", change.ToJsonString())).Ok();

    public static async Task<TestWorkspace> AsQueueAsync(this TestWorkspace workspace, string queue) =>
        workspace.As((string)(await workspace.LookAsync())["apps"]!.AsArray().Single(app => (string?)app!["queue"] == queue)!["id"]!);

    public static async Task<JsonNode> ReceiptAsync(this TestWorkspace workspace, JsonNode message) =>
        (await workspace.RawAsync(Send, message)).Results[0]!;

    public static async Task<string> AcceptedAsync(this TestWorkspace workspace, JsonNode message) => (string)(await workspace.ReceiptAsync(message))["id"]!;

    /// <summary>The session a customer's message goes to.</summary>
    public static async Task<JsonNode> ConversationAsync(this TestWorkspace workspace, string phone = TestWorkspace.Phone) =>
        (await workspace.CustomerWritesAsync(new JsonObject { ["from"] = new JsonObject { ["phone"] = phone } }))["message"]!["session"]!;

    public static Task<Answer> ActAsync(this TestWorkspace workspace, string route, string sessionId) =>
        workspace.RawAsync("/api/v1/session/" + route, new JsonObject { ["sessionId"] = sessionId });

    public static async Task<JsonArray> TranscriptAsync(this TestWorkspace workspace, JsonNode session) =>
        (await workspace.RawAsync("/api/v1/session/messages", new JsonObject { ["sessionId"] = (string?)session["sessionId"] })).Results;

    /// <summary>A message of the contact's current session.</summary>
    public static async Task<JsonNode> RowAsync(this TestWorkspace workspace, string messageId, string phone = TestWorkspace.Phone) =>
        (await workspace.TranscriptAsync(await workspace.ConversationAsync(phone))).Single(row => (string)row!["messageId"]! == messageId)!;

    /// <summary>Sends a message and tells what became of it.</summary>
    public static async Task<JsonNode> RowOfAsync(this TestWorkspace workspace, JsonNode message)
    {
        var id = await workspace.AcceptedAsync(message);
        await workspace.AdvanceAsync();
        return await workspace.RowAsync(id);
    }

    public static async Task<JsonNode> FindTemplateAsync(this TestWorkspace workspace, string code, string lang = "en") =>
        (await workspace.RawAsync("/api/v1/config/tmpl/hsm", null)).Results.Single(template => (string?)template!["code"] == code && (string?)template["lang"] == lang)!;

    public static JsonObject Template(JsonObject template, string phone = TestWorkspace.Phone)
    {
        var message = TestWorkspace.Text(phone);
        message.Remove("text");
        message["type"] = "template";
        message["template"] = template;
        return message;
    }

    public static JsonObject Template(string code, string phone = TestWorkspace.Phone) => Template(new JsonObject { ["code"] = code }, phone);

    public static IEnumerable<string> Words(this JsonNode? list) => list!.AsArray().Select(word => (string)word!);
}
