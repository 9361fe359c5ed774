using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Scenarios;

public sealed class SessionsTests(MockServer server)
{
    [Fact]
    public async Task Messages_of_one_contact_share_a_session_in_order()
    {
        var workspace = await server.NewWorkspaceAsync();
        var first = await workspace.SendTextAsync();
        await workspace.AdvanceAsync("PT23H");
        var second = await workspace.SendTextAsync();

        var session = await SessionAsync(workspace);

        Assert.Equal([first, second], (await workspace.MessagesAsync(session)).Take(2).Select(message => (string?)message!["messageId"]));
    }

    [Fact]
    public async Task Session_ends_after_24_hours_of_silence()
    {
        var workspace = await server.NewWorkspaceAsync();
        var before = await SessionAsync(workspace);
        await workspace.AdvanceAsync("PT24H");

        Assert.NotEqual(before, await SessionAsync(workspace));
    }

    [Fact]
    public async Task Answer_of_the_app_keeps_a_session_alive()
    {
        var workspace = await server.NewWorkspaceAsync();
        var before = await SessionAsync(workspace);
        await workspace.AdvanceAsync("PT20H");
        await workspace.SendTextAsync();
        await workspace.AdvanceAsync("PT20H");

        Assert.Equal(before, await SessionAsync(workspace));
    }

    [Fact]
    public async Task Unknown_session_is_not_found()
    {
        var workspace = await server.NewWorkspaceAsync();
        foreach (var route in new[] { "close", "resolve", "messages", "routing" })
        {
            var refused = (await workspace.PostAsync("/api/v1/session/" + route, new JsonObject { ["sessionId"] = "nobody" })).Is(HttpStatusCode.NotFound);
            Assert.Equal(("HTTP_NOT_FOUND", "sessionId"), ((string?)refused.Body!["statusKey"], (string?)refused.Error["field"]));
        }
    }

    [Fact]
    public async Task Messages_can_also_be_read_by_GET()
    {
        var workspace = await server.NewWorkspaceAsync();
        var session = await SessionAsync(workspace);

        Assert.Single((await workspace.GetAsync("/xms/api/v1/session/messages?sessionId=" + session)).Results);
    }

    [Fact]
    public async Task Closing_resolves_closes_and_tells_the_app()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);
        var session = await SessionAsync(workspace);

        var closed = (await ActAsync(workspace, "close", session)).Results[0]!;
        await workspace.AdvanceAsync();

        Assert.Equal(("SESSION_CLOSED", session, true), ((string?)closed["eventCode"], (string?)closed["sessionId"], (bool)closed["session"]!["resolved"]!));
        Assert.Null(closed["sessionRouted"]);
        Assert.Equal("SESSION_CLOSED", receiver.Subjects.Last());
    }

    [Fact]
    public async Task Closing_again_tells_the_same_event_and_pushes_nothing()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);
        var session = await SessionAsync(workspace);
        await ActAsync(workspace, "close", session);
        await workspace.AdvanceAsync();
        var before = receiver.All.Count;

        var again = (await ActAsync(workspace, "close", session)).Results;
        await workspace.AdvanceAsync();

        Assert.Equal(("SESSION_CLOSED", before), ((string?)again[0]!["eventCode"], receiver.All.Count));
    }

    [Fact]
    public async Task Resolving_answers_SESSION_STATUS_and_leaves_the_session_open()
    {
        var workspace = await server.NewWorkspaceAsync();
        var session = await SessionAsync(workspace);

        var resolved = (await ActAsync(workspace, "resolve", session)).Results[0]!;

        Assert.Equal("SESSION_STATUS", (string?)resolved["eventCode"]);
        Assert.Equal(session, await SessionAsync(workspace));
    }

    [Fact]
    public async Task Customer_who_writes_after_the_close_begins_a_new_session()
    {
        var workspace = await server.NewWorkspaceAsync();
        var session = await SessionAsync(workspace);
        await ActAsync(workspace, "close", session);

        Assert.NotEqual(session, await SessionAsync(workspace));
    }

    [Fact]
    public async Task Routing_tells_the_app_of_the_target_queue_from_where_and_with_what()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.NewWorkspaceAsync();
        var second = (await workspace.LookAsync())["apps"]!.AsArray().Single(app => (string?)app!["queue"] == "second_bot")!;
        await workspace.As((string)second["id"]!).RegisterWebhookAsync(receiver.Url);
        var session = await SessionAsync(workspace);

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
    public async Task Queue_is_given_by_code_or_by_app_id(string queue)
    {
        var workspace = await server.NewWorkspaceAsync();
        var session = await SessionAsync(workspace);

        var routed = (await workspace.PostAsync("/api/v1/session/routing", new JsonObject { ["sessionId"] = session, ["queue"] = queue })).Results[0]!;

        Assert.Equal(("agent_desk", "AGENT"), ((string?)routed["session"]!["queue"], (string?)routed["session"]!["mode"]));
    }

    [Fact]
    public async Task Unknown_queue_is_refused_by_name()
    {
        var workspace = await server.NewWorkspaceAsync();
        var session = await SessionAsync(workspace);

        var refused = (await workspace.PostAsync("/api/v1/session/routing", new JsonObject { ["sessionId"] = session, ["queue"] = "nowhere" })).Is(HttpStatusCode.BadRequest);

        Assert.Equal(("queue", "INVALID_QUEUE", ""), ((string?)refused.Error["field"], (string?)refused.Error["codeKey"], (string?)refused.Error["obzect"]));
        Assert.Contains("nowhere", (string?)refused.Error["description"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Routing_without_a_queue_leaves_nobody_in_charge()
    {
        var workspace = await server.NewWorkspaceAsync();
        var session = await SessionAsync(workspace);
        await workspace.PostAsync("/api/v1/session/routing", new JsonObject { ["sessionId"] = session });

        var push = (await workspace.CustomerWritesAsync())["push"]!;

        Assert.Equal("skipped", (string?)push["state"]);
        Assert.Contains("no client app", (string?)push["reason"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Routing_a_session_that_had_no_queue_is_a_start()
    {
        var workspace = await server.NewWorkspaceAsync();
        var session = await SessionAsync(workspace);
        await workspace.PostAsync("/api/v1/session/routing", new JsonObject { ["sessionId"] = session });

        var routed = (await workspace.PostAsync("/api/v1/session/routing", new JsonObject { ["sessionId"] = session, ["queue"] = "my_bot" })).Results[0]!["sessionRouted"]!;

        Assert.Equal((true, ""), ((bool)routed["sessionStart"]!, (string?)routed["sourceQueue"]));
    }

    private static Task<Answer> ActAsync(TestWorkspace workspace, string route, string sessionId) =>
        workspace.PostAsync("/api/v1/session/" + route, new JsonObject { ["sessionId"] = sessionId });

    /// <summary>The session a customer's message goes to.</summary>
    private static async Task<string> SessionAsync(TestWorkspace workspace) =>
        (string)(await workspace.CustomerWritesAsync())["message"]!["session"]!["sessionId"]!;
}
