using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Behaviour;

[Heading("5.4")]
public sealed class SessionEventPushTests(MockServer server)
{
    [Fact]
    [Shows("5.4.1", "6.3.4", "6.3.5", "6.3.7", "6.2.4", "6.1.2")]
    public async Task Routing_tells_the_app_of_the_target_queue_from_where_and_with_what()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.NewWorkspaceAsync();
        var second = (await workspace.LookAsync())["apps"]!.AsArray().Single(app => (string?)app!["queue"] == "second_bot")!;
        await workspace.As((string)second["id"]!).RegisterWebhookAsync(receiver.Url);
        var session = await workspace.SessionAsync();

        var routed = (await workspace.PostAsync("/api/v1/session/routing", JsonNode.Parse($$$"""{"sessionId":"{{{session}}}","queue":"second_bot","params":{"a":[1]}}""")!)).Results[0]!;
        await workspace.AdvanceAsync();

        var told = Assert.Single(receiver.All).Item;
        Assert.Equal("SESSION_ROUTED", (string?)told["eventCode"]);
        Assert.Equal(
            (false, "my_bot", "second_bot", """{"a":[1]}"""),
            ((bool)told["sessionRouted"]!["sessionStart"]!, (string?)told["sessionRouted"]!["sourceQueue"], (string?)told["sessionRouted"]!["targetQueue"], told["sessionRouted"]!["params"]!.ToJsonString()));
        Assert.Equal((string?)routed["session"]!["routingId"], (string?)told["route"]!["routerId"]);
        Assert.Null(told["type"]);
    }

    [Fact]
    [Shows("5.4.2", "6.4.1", "6.2.5")]
    public async Task Closing_resolves_closes_and_tells_the_app()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);
        var session = await workspace.SessionAsync();

        var closed = (await workspace.ActAsync("close", session)).Results[0]!;
        await workspace.AdvanceAsync();

        Assert.Equal(("SESSION_CLOSED", session, true), ((string?)closed["eventCode"], (string?)closed["sessionId"], (bool)closed["session"]!["resolved"]!));
        Assert.Null(receiver.All[^1].Body["events"]![0]!["sessionRouted"]);
        Assert.Equal("SESSION_CLOSED", receiver.Subjects.Last());
    }

    [Theory]
    [InlineData("agent_desk")]
    [InlineData("basic_bot")]
    [Shows("5.4.1")]
    public async Task App_of_another_type_is_not_told_of_a_routing(string queue)
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.InAsync(Steps.Documented, receiver);
        var session = await workspace.SessionAsync();
        await workspace.PostAsync("/api/v1/session/routing", new JsonObject { ["sessionId"] = session, ["queue"] = queue });
        await workspace.AdvanceAsync();

        Assert.Equal(["SESSION_ROUTED", "text"], receiver.Subjects);
        Assert.Equal(queue == "agent_desk" ? "AGENT" : "BOT", (string?)(await workspace.ActAsync("resolve", session)).Results[0]!["session"]!["mode"]);
    }

    [Fact]
    [Shows("5.4.1")]
    public async Task Routing_to_ones_own_queue_is_told_to_oneself()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.InAsync(Steps.Documented, receiver);
        var session = await workspace.SessionAsync();
        await workspace.PostAsync("/api/v1/session/routing", new JsonObject { ["sessionId"] = session, ["queue"] = "my_bot" });
        await workspace.AdvanceAsync();

        Assert.Equal("my_bot", (string?)receiver.All[^1].Item["sessionRouted"]!["sourceQueue"]);
        Assert.Equal(["SESSION_ROUTED", "text", "SESSION_ROUTED"], receiver.Subjects);
    }

    [Fact]
    [Shows("5.4.3", "6.5.4")]
    public async Task Nobody_is_told_of_a_resolve()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.InAsync(Steps.Documented, receiver);
        await workspace.ActAsync("resolve", await workspace.SessionAsync());
        await workspace.AdvanceAsync();

        Assert.Equal(["SESSION_ROUTED", "text"], receiver.Subjects);
    }

    [Theory]
    [InlineData("second_bot", 0, 2)]
    [InlineData("agent_desk", 0, 0)]
    [Shows("5.4.1", "5.4.2")]
    public async Task Close_is_told_to_the_app_of_the_queue_the_session_is_in_and_to_no_other(string queue, int toFirst, int toSecond)
    {
        await using var first = await WebhookReceiver.StartAsync();
        await using var second = await WebhookReceiver.StartAsync();
        var workspace = await server.InAsync(Steps.Production, first);
        await (await workspace.AsQueueAsync("second_bot")).RawAsync("/api/v1/config/webhook", new JsonObject { ["url"] = second.Url });
        var session = await workspace.SessionAsync();
        var before = first.All.Count;
        await workspace.RawAsync("/api/v1/session/routing", new JsonObject { ["sessionId"] = session, ["queue"] = queue });
        await workspace.ActAsync("close", session);
        await workspace.AdvanceAsync();

        Assert.Equal((before + toFirst, toSecond), (first.All.Count, second.All.Count));
        Assert.Equal(new[] { "SESSION_ROUTED", "SESSION_CLOSED" }.Take(toSecond), second.Subjects);
    }
}
