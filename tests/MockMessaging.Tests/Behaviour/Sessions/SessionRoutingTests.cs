using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Behaviour;

[Heading("6.3")]
public sealed class SessionRoutingTests(MockServer server)
{
    private const string Routing = "/api/v1/session/routing";

    [Fact]
    [Shows("6.3.3")]
    public async Task Routing_id_changes_only_on_routing()
    {
        var workspace = await server.NewWorkspaceAsync();
        var first = (await workspace.CustomerWritesAsync())["message"]!["session"]!;
        var second = (await workspace.CustomerWritesAsync())["message"]!["session"]!;
        await workspace.PostAsync(Routing, new JsonObject { ["sessionId"] = (string?)first["sessionId"], ["queue"] = "second_bot" });
        var third = (await workspace.CustomerWritesAsync())["message"]!["session"]!;

        Assert.Equal((string?)first["routingId"], (string?)second["routingId"]);
        Assert.Matches($"^{first["sessionId"]}_second_bot_[0-9a-z]+$", (string?)third["routingId"]);
    }

    [Theory]
    [InlineData(Steps.Documented, "close")]
    [InlineData(Steps.Production, "close")]
    [InlineData(Steps.Documented, "resolve")]
    [InlineData(Steps.Production, "resolve")]
    [Shows("6.3.3")]
    public async Task Ended_session_can_be_routed_too_and_is_open_again(string fidelity, string end)
    {
        var workspace = await server.InAsync(fidelity);
        var session = await workspace.SessionAsync();
        await workspace.ActAsync(end, session);

        var routed = (await workspace.RawAsync(Routing, new JsonObject { ["sessionId"] = session, ["queue"] = "second_bot" })).Results[0]!;

        Assert.Equal(("SESSION_ROUTED", false), ((string?)routed["eventCode"], (bool)routed["session"]!["resolved"]!));
        Assert.Equal(session, await workspace.SessionAsync());
        Assert.Equal("SESSION_STATUS", (string?)(await workspace.ActAsync("resolve", session)).Results[0]!["eventCode"]);
        Assert.Equal("SESSION_CLOSED", (string?)(await workspace.ActAsync("close", session)).Results[0]!["eventCode"]);
    }

    [Fact]
    [Shows("6.3.3")]
    public async Task Closed_session_does_not_take_the_place_of_a_newer_one_that_lives()
    {
        var workspace = await server.NewWorkspaceAsync();
        var older = await workspace.SessionAsync();
        await workspace.ActAsync("close", older);
        var newer = await workspace.SessionAsync();

        var routed = (await workspace.PostAsync(Routing, new JsonObject { ["sessionId"] = older, ["queue"] = "second_bot" })).Results[0]!;

        Assert.False((bool)routed["session"]!["resolved"]!);
        Assert.Equal(newer, await workspace.SessionAsync());
        Assert.Equal("SESSION_CLOSED", (string?)(await workspace.ActAsync("close", older)).Results[0]!["eventCode"]);
    }

    [Fact]
    [Shows("6.3.3")]
    public async Task Closed_session_takes_the_place_of_a_newer_one_that_is_over()
    {
        var workspace = await server.NewWorkspaceAsync();
        var older = await workspace.SessionAsync();
        await workspace.ActAsync("close", older);
        var newer = await workspace.SessionAsync();
        await workspace.AdvanceAsync("PT25H");

        await workspace.PostAsync(Routing, new JsonObject { ["sessionId"] = older, ["queue"] = "second_bot" });

        Assert.NotEqual(older, newer);
        Assert.Equal(older, await workspace.SessionAsync());
    }

    [Fact]
    [Shows("6.3.6")]
    public async Task Agent_and_team_are_told()
    {
        var workspace = await server.NewWorkspaceAsync();
        var session = await workspace.SessionAsync();

        var routed = (await workspace.PostAsync(Routing, JsonNode.Parse(
            $$"""{"sessionId":"{{session}}","queue":"agent_desk","agent":"asha","team":"care","skills":["hindi"]}""")!)).Results[0]!;

        Assert.Equal(("asha", "care", "AGENT"), ((string?)routed["session"]!["agent"], (string?)routed["session"]!["dept"], (string?)routed["session"]!["mode"]));
    }

    [Fact]
    [Shows("6.3.3")]
    public async Task Routing_to_the_same_queue_makes_a_new_routing_id_each_time()
    {
        var workspace = await server.InAsync(Steps.Production);
        var session = await workspace.SessionAsync();

        var first = await RoutedAsync(workspace, session, "my_bot");
        var second = await RoutedAsync(workspace, session, "my_bot");

        Assert.NotEqual((string?)first["session"]!["routingId"], (string?)second["session"]!["routingId"]);
    }

    [Fact]
    [Shows("6.3.3")]
    public async Task Routing_opens_a_closed_session_so_that_it_can_be_closed_again()
    {
        var workspace = await server.InAsync(Steps.Production);
        var session = await workspace.SessionAsync();
        await workspace.ActAsync("close", session);
        Assert.Empty((await workspace.ActAsync("close", session)).Results);

        await RoutedAsync(workspace, session, "my_bot");

        Assert.Equal("SESSION_CLOSED", (string?)Assert.Single((await workspace.ActAsync("close", session)).Results)!["eventCode"]);
    }

    [Theory]
    [InlineData(Steps.Documented)]
    [InlineData(Steps.Production)]
    [Shows("6.3.5", "6.3.7")]
    public async Task Params_come_back_untouched_in_answer_and_push(string fidelity)
    {
        var parameters = JsonNode.Parse("""{"list":[1,null,{"deep":"=<&'ü"}],"nothing":null,"empty":{},"number":1.50,"sessionId":"x"}""")!;
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.InAsync(fidelity, receiver);
        var request = new JsonObject { ["sessionId"] = await workspace.SessionAsync(), ["queue"] = "my_bot", ["params"] = parameters.DeepClone() };

        var routed = (await workspace.RawAsync(Routing, request)).Results[0]!;
        await workspace.AdvanceAsync();

        Assert.Equal(parameters.ToJsonString(), routed["sessionRouted"]!["params"]!.ToJsonString());
        Assert.Equal(parameters.ToJsonString(), receiver.All[^1].Item["sessionRouted"]!["params"]!.ToJsonString());
    }

    private static async Task<JsonNode> RoutedAsync(TestWorkspace workspace, string session, string? queue) =>
        (await workspace.RawAsync(Routing, new JsonObject { ["sessionId"] = session, ["queue"] = queue })).Results[0]!;
}
