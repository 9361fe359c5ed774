using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Behaviour;

/// <summary>The queue that a session is routed to.</summary>
public sealed class RoutingQueuesTests(MockServer server)
{
    private const string Routing = "/api/v1/session/routing";

    [Theory]
    [InlineData("agent_desk")]
    [InlineData("61ec7d932ce85742b201c5a3")]
    [Shows("6.3.1", "6.3.3", "6.3.6")]
    public async Task Queue_is_given_by_code_or_by_app_id(string queue)
    {
        var workspace = await server.NewWorkspaceAsync();
        var session = await workspace.SessionAsync();

        var routed = (await workspace.PostAsync(Routing, new JsonObject { ["sessionId"] = session, ["queue"] = queue })).Results[0]!;

        Assert.Equal(("agent_desk", "AGENT"), ((string?)routed["session"]!["queue"], (string?)routed["session"]!["mode"]));
    }

    [Fact]
    [Shows("6.3.1")]
    public async Task Queue_is_given_by_the_key_of_its_app()
    {
        var workspace = await server.InAsync(Steps.Production);
        var session = await workspace.SessionAsync();

        Assert.Equal("my_bot", (string?)(await RoutedAsync(workspace, session, workspace.Key!))["session"]!["queue"]);
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

        (await workspace.PostAsync(Routing, new JsonObject { ["sessionId"] = await workspace.SessionAsync(), ["queue"] = queue })).Ok();
    }

    [Fact]
    [Shows("6.3.1")]
    public async Task Unknown_queue_is_refused_by_name()
    {
        var workspace = await server.NewWorkspaceAsync();
        var session = await workspace.SessionAsync();

        var refused = (await workspace.PostAsync(Routing, new JsonObject { ["sessionId"] = session, ["queue"] = "nowhere" })).Is(HttpStatusCode.BadRequest);

        Assert.Equal(("queue", "INVALID_QUEUE", ""), ((string?)refused.Error["field"], (string?)refused.Error["codeKey"], (string?)refused.Error["obzect"]));
        Assert.Contains("nowhere", (string?)refused.Error["description"], StringComparison.Ordinal);
    }

    [Fact]
    [Shows("6.3.1")]
    public async Task Refusal_of_an_unknown_queue_has_no_obzect_in_Production()
    {
        var workspace = await server.InAsync(Steps.Production);

        var refused = (await workspace.RawAsync(Routing, new JsonObject { ["sessionId"] = await workspace.SessionAsync(), ["queue"] = "nowhere" })).Is(HttpStatusCode.BadRequest);

        Assert.Equal(("PARAM_INVALID", "queue", "INVALID_QUEUE", null), (
            (string?)refused.Body!["statusKey"], (string?)refused.Error["field"], (string?)refused.Error["codeKey"], (string?)refused.Error["obzect"]));
        Assert.Contains("nowhere", (string?)refused.Error["description"], StringComparison.Ordinal);
    }

    [Fact]
    [Shows("6.3.1")]
    public async Task Refused_routing_changes_nothing()
    {
        var workspace = await server.InAsync(Steps.Production);
        var before = await workspace.ConversationAsync();

        await workspace.RawAsync(Routing, new JsonObject { ["sessionId"] = (string?)before["sessionId"], ["queue"] = "nowhere" });

        Assert.True(JsonNode.DeepEquals(before, await workspace.ConversationAsync()));
    }

    [Fact]
    [Shows("6.3.2")]
    public async Task Routing_without_a_queue_leaves_nobody_in_charge()
    {
        var workspace = await server.NewWorkspaceAsync();
        var session = await workspace.SessionAsync();
        await workspace.PostAsync(Routing, new JsonObject { ["sessionId"] = session });

        var push = (await workspace.CustomerWritesAsync())["push"]!;

        Assert.Equal("skipped", (string?)push["state"]);
        Assert.Contains("no client app", (string?)push["reason"], StringComparison.Ordinal);
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
    [Shows("6.3.4")]
    public async Task Routing_a_session_that_had_no_queue_is_a_start()
    {
        var workspace = await server.NewWorkspaceAsync();
        var session = await workspace.SessionAsync();
        await workspace.PostAsync(Routing, new JsonObject { ["sessionId"] = session });

        var routed = (await workspace.PostAsync(Routing, new JsonObject { ["sessionId"] = session, ["queue"] = "my_bot" })).Results[0]!["sessionRouted"]!;

        Assert.Equal((true, ""), ((bool)routed["sessionStart"]!, (string?)routed["sourceQueue"]));
    }

    [Fact]
    [Shows("6.3.2", "6.3.4")]
    public async Task Source_and_target_are_null_in_Production_where_there_is_none()
    {
        var workspace = await server.InAsync(Steps.Production);
        var session = await workspace.SessionAsync();

        var cleared = await RoutedAsync(workspace, session, null);
        var started = (await RoutedAsync(workspace, session, "my_bot"))["sessionRouted"]!;
        var moved = (await RoutedAsync(workspace, session, "agent_desk"))["sessionRouted"]!;

        Assert.Equal((null, null, null), ((string?)cleared["session"]!["queue"], (string?)cleared["session"]!["mode"], (string?)cleared["sessionRouted"]!["targetQueue"]));
        Assert.Equal((false, "my_bot"), ((bool)cleared["sessionRouted"]!["sessionStart"]!, (string?)cleared["sessionRouted"]!["sourceQueue"]));
        Assert.Equal((true, null, "my_bot"), ((bool)started["sessionStart"]!, (string?)started["sourceQueue"], (string?)started["targetQueue"]));
        Assert.Equal((false, "my_bot", "agent_desk"), ((bool)moved["sessionStart"]!, (string?)moved["sourceQueue"], (string?)moved["targetQueue"]));
    }

    private static async Task<JsonNode> RoutedAsync(TestWorkspace workspace, string session, string? queue) =>
        (await workspace.RawAsync(Routing, new JsonObject { ["sessionId"] = session, ["queue"] = queue })).Results[0]!;
}
