using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Behaviour;

/// <summary>Reads what the vendor's own client reads, and nothing else: statusKey and results of answers, a few paths of pushes.</summary>
internal sealed class LenientClient(TestWorkspace workspace)
{
    public static string? TextOf(JsonNode push) => (string?)push["messages"]![0]!["text"]!["body"];

    public static string? ButtonOf(JsonNode push) => (string?)push["messages"]![0]!["input"]!["reply_id"];

    public static (string? Session, string? Routing) SessionOf(JsonNode push)
    {
        var (item, session) = push["messages"]?[0] is { } message ? (message["session"]!, message["session"]!) : (push["events"]![0]!, push["events"]![0]!["session"]!);
        return ((string?)item["sessionId"], (string?)session["routingId"]);
    }

    /// <summary>What the client takes an event for; it trusts a <c>type</c> more than the code, and compares queues where nothing says start.</summary>
    public static string EventOf(JsonNode push)
    {
        var told = push["events"]![0]!;
        var name = (string?)told["type"] is { Length: > 0 } type ? type : (string?)told["eventCode"];
        if (told["sessionRouted"] is not { } routed)
        {
            return name!;
        }

        var (source, target) = ((string?)routed["sourceQueue"], (string?)routed["targetQueue"]);
        return (bool?)routed["sessionStart"] == true || string.IsNullOrEmpty(source) || source == target ? "start" : "routed";
    }

    public static string? ParamOf(JsonNode push, string name) => (string?)push["events"]![0]!["sessionRouted"]!["params"]![name];

    /// <summary>The client acts for the app the push was for.</summary>
    public async Task SendAsync(JsonNode push, string content)
    {
        var message = JsonNode.Parse(content)!;
        message["channelId"] = (string?)push["contacts"]![0]!["channelId"];
        message["to"] = new JsonObject { ["contactId"] = (string?)push["contacts"]![0]!["contactId"] };
        await ForAppOf(push).CallAsync(Steps.Send, message);
    }

    public Task RouteAsync(JsonNode push, string queue, JsonObject? parameters = null) => ForAppOf(push).CallAsync(
        "/api/v1/session/routing", new JsonObject { ["sessionId"] = SessionOf(push).Session, ["queue"] = queue, ["params"] = parameters ?? [] });

    public Task CloseAsync(JsonNode push) => ForAppOf(push).CallAsync("/api/v1/session/close", new JsonObject { ["sessionId"] = SessionOf(push).Session });

    public Task RegisterAsync(string url) => CallAsync("/api/v1/config/webhook", new JsonObject { ["url"] = url });

    private LenientClient ForAppOf(JsonNode push) => new(workspace.As((string)push["meta"]!["appId"]!));

    private async Task CallAsync(string path, JsonNode body)
    {
        var answer = (await workspace.RawAsync("/xms" + path, body)).Ok().Body!;
        Assert.Equal("SUCCESS", (string?)answer["statusKey"]);
        Assert.Single(answer["results"]!.AsArray());
    }
}
