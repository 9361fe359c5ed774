using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Behaviour;

[Heading("6.3")]
public sealed class SessionRoutingTests(MockServer server)
{
    [Fact]
    [Shows("6.3.3")]
    public async Task Routing_id_changes_only_on_routing()
    {
        var workspace = await server.NewWorkspaceAsync();
        var first = (await workspace.CustomerWritesAsync())["message"]!["session"]!;
        var second = (await workspace.CustomerWritesAsync())["message"]!["session"]!;
        await workspace.PostAsync("/api/v1/session/routing", new JsonObject { ["sessionId"] = (string?)first["sessionId"], ["queue"] = "second_bot" });
        var third = (await workspace.CustomerWritesAsync())["message"]!["session"]!;

        Assert.Equal((string?)first["routingId"], (string?)second["routingId"]);
        Assert.Matches($"^{first["sessionId"]}_second_bot_[0-9a-z]+$", (string?)third["routingId"]);
    }

    [Theory]
    [InlineData("agent_desk")]
    [InlineData("61ec7d932ce85742b201c5a3")]
    [Shows("6.3.1", "6.3.3", "6.3.6")]
    public async Task Queue_is_given_by_code_or_by_app_id(string queue)
    {
        var workspace = await server.NewWorkspaceAsync();
        var session = await workspace.SessionAsync();

        var routed = (await workspace.PostAsync("/api/v1/session/routing", new JsonObject { ["sessionId"] = session, ["queue"] = queue })).Results[0]!;

        Assert.Equal(("agent_desk", "AGENT"), ((string?)routed["session"]!["queue"], (string?)routed["session"]!["mode"]));
    }

    [Fact]
    [Shows("6.3.1")]
    public async Task Unknown_queue_is_refused_by_name()
    {
        var workspace = await server.NewWorkspaceAsync();
        var session = await workspace.SessionAsync();

        var refused = (await workspace.PostAsync("/api/v1/session/routing", new JsonObject { ["sessionId"] = session, ["queue"] = "nowhere" })).Is(HttpStatusCode.BadRequest);

        Assert.Equal(("queue", "INVALID_QUEUE", ""), ((string?)refused.Error["field"], (string?)refused.Error["codeKey"], (string?)refused.Error["obzect"]));
        Assert.Contains("nowhere", (string?)refused.Error["description"], StringComparison.Ordinal);
    }

    [Fact]
    [Shows("6.3.2")]
    public async Task Routing_without_a_queue_leaves_nobody_in_charge()
    {
        var workspace = await server.NewWorkspaceAsync();
        var session = await workspace.SessionAsync();
        await workspace.PostAsync("/api/v1/session/routing", new JsonObject { ["sessionId"] = session });

        var push = (await workspace.CustomerWritesAsync())["push"]!;

        Assert.Equal("skipped", (string?)push["state"]);
        Assert.Contains("no client app", (string?)push["reason"], StringComparison.Ordinal);
    }

    [Fact]
    [Shows("6.3.4")]
    public async Task Routing_a_session_that_had_no_queue_is_a_start()
    {
        var workspace = await server.NewWorkspaceAsync();
        var session = await workspace.SessionAsync();
        await workspace.PostAsync("/api/v1/session/routing", new JsonObject { ["sessionId"] = session });

        var routed = (await workspace.PostAsync("/api/v1/session/routing", new JsonObject { ["sessionId"] = session, ["queue"] = "my_bot" })).Results[0]!["sessionRouted"]!;

        Assert.Equal((true, ""), ((bool)routed["sessionStart"]!, (string?)routed["sourceQueue"]));
    }

    [Theory]
    [InlineData(Steps.Documented)]
    [InlineData(Steps.Production)]
    [Shows("6.3.2")]
    public async Task Missing_queue_clears_queue_and_mode(string fidelity)
    {
        var workspace = await server.InAsync(fidelity);

        var routed = (await workspace.ActAsync("routing", await workspace.SessionAsync())).Results[0]!;

        Assert.All(new[] { routed["session"]!["queue"], routed["session"]!["mode"], routed["sessionRouted"]!["targetQueue"] }, word => Assert.True(string.IsNullOrEmpty((string?)word)));
    }

    [Fact]
    [Shows("6.3.3")]
    public async Task Closed_session_can_be_routed_too()
    {
        var workspace = await server.NewWorkspaceAsync();
        var session = await workspace.SessionAsync();
        await workspace.ActAsync("close", session);

        (await workspace.PostAsync("/api/v1/session/routing", new JsonObject { ["sessionId"] = session, ["queue"] = "second_bot" })).Ok();

        Assert.NotEqual(session, await workspace.SessionAsync());
    }

    [Fact]
    [Shows("6.3.6")]
    public async Task Agent_and_team_are_told()
    {
        var workspace = await server.NewWorkspaceAsync();
        var session = await workspace.SessionAsync();

        var routed = (await workspace.PostAsync("/api/v1/session/routing", JsonNode.Parse(
            $$"""{"sessionId":"{{session}}","queue":"agent_desk","agent":"asha","team":"care","skills":["hindi"]}""")!)).Results[0]!;

        Assert.Equal(("asha", "care", "AGENT"), ((string?)routed["session"]!["agent"], (string?)routed["session"]!["dept"], (string?)routed["session"]!["mode"]));
    }

    [Theory]
    [InlineData("basic_bot")]
    [InlineData("agent_desk")]
    [InlineData("admin_panel")]
    [InlineData("bot_flow")]
    [InlineData("app_flow")]
    [InlineData("feedback")]
    [Shows("6.3.6")]
    public async Task Default_queues_exist(string queue)
    {
        var workspace = await server.NewWorkspaceAsync();

        (await workspace.PostAsync("/api/v1/session/routing", new JsonObject { ["sessionId"] = await workspace.SessionAsync(), ["queue"] = queue })).Ok();
    }
}
