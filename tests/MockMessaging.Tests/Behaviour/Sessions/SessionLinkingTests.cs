using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Behaviour;

[Heading("4.3")]
public sealed class SessionLinkingTests(MockServer server)
{
    [Fact]
    [Shows("4.3.1")]
    public async Task Contact_comes_into_being_on_first_use()
    {
        var workspace = await server.NewWorkspaceAsync();
        var before = (int)(await workspace.LookAsync())["contacts"]!;

        await workspace.SendTextAsync();
        var once = (int)(await workspace.LookAsync())["contacts"]!;
        await workspace.SendTextAsync();
        await workspace.CustomerWritesAsync();

        Assert.Equal((before + 1, before + 1), (once, (int)(await workspace.LookAsync())["contacts"]!));
    }

    [Fact]
    [Shows("4.3.2")]
    public async Task Messages_of_one_contact_share_its_session_in_order()
    {
        var workspace = await server.NewWorkspaceAsync();
        var first = await workspace.SendTextAsync();
        await workspace.AdvanceAsync("PT23H");
        var second = await workspace.SendTextAsync();
        await workspace.SendTextAsync("+15550100");

        var rows = await workspace.TranscriptAsync(await workspace.ConversationAsync());

        Assert.Equal([first, second], rows.SkipLast(1).Select(row => (string?)row!["messageId"]));
    }

    [Theory]
    [InlineData("PT23H59M59.999S", true)]
    [InlineData("PT24H", false)]
    [Shows("4.3.2", "4.3.4")]
    public async Task Session_lasts_24_hours_after_the_customers_last_message(string silence, bool lasts)
    {
        var workspace = await server.NewWorkspaceAsync();
        await workspace.ConversationAsync();
        await workspace.AdvanceAsync("PT10H");
        var before = await workspace.ConversationAsync();
        await workspace.AdvanceAsync(silence);

        Assert.Equal(lasts, IdOf(before) == IdOf(await workspace.ConversationAsync()));
    }

    [Theory]
    [InlineData("PT23H59M59.999S", true)]
    [InlineData("PT24H", false)]
    [Shows("4.3.2", "4.3.4")]
    public async Task Session_lasts_24_hours_after_the_apps_last_message(string silence, bool lasts)
    {
        var workspace = await server.NewWorkspaceAsync();
        var before = await workspace.ConversationAsync();
        await workspace.AdvanceAsync("PT20H");
        await workspace.SendTextAsync();
        await workspace.AdvanceAsync(silence);

        Assert.Equal(lasts, IdOf(before) == IdOf(await workspace.ConversationAsync()));
    }

    [Fact]
    [Shows("4.3.4")]
    public async Task Routing_is_a_sign_of_life()
    {
        var workspace = await server.NewWorkspaceAsync();
        var before = await workspace.ConversationAsync();
        await workspace.AdvanceAsync("PT20H");
        await workspace.PostAsync("/api/v1/session/routing", new JsonObject { ["sessionId"] = IdOf(before), ["queue"] = "second_bot" });
        await workspace.AdvanceAsync("PT20H");

        Assert.Equal(IdOf(before), IdOf(await workspace.ConversationAsync()));
    }

    [Fact]
    [Shows("4.3.3")]
    public async Task Older_session_ends_when_a_new_one_begins()
    {
        var workspace = await server.NewWorkspaceAsync();
        var older = await workspace.ConversationAsync();
        await workspace.AdvanceAsync("PT24H");
        await workspace.SendTextAsync();

        Assert.NotEqual(IdOf(older), IdOf(await workspace.ConversationAsync()));
        Assert.Equal("SESSION_CLOSED", (string?)(await ResolveAsync(workspace, older))["eventCode"]);
    }

    [Fact]
    [Shows("4.3.2", "4.3.3")]
    public async Task Closed_session_is_not_used_again()
    {
        var workspace = await server.NewWorkspaceAsync();
        var closed = await workspace.ConversationAsync();
        await workspace.PostAsync("/api/v1/session/close", new JsonObject { ["sessionId"] = IdOf(closed) });

        var sent = await workspace.SendTextAsync();

        var current = await workspace.ConversationAsync();
        Assert.NotEqual(IdOf(closed), IdOf(current));
        Assert.Contains(await workspace.TranscriptAsync(current), row => (string?)row!["messageId"] == sent);
    }

    [Theory]
    [InlineData("my_bot", "WEBHOOK")]
    [InlineData("basic_bot", "BOT")]
    [InlineData("agent_desk", "AGENT")]
    [InlineData("bot_flow", "SCRIPTUS")]
    [Shows("4.3.3", "4.2.3")]
    public async Task New_session_belongs_to_the_queue_and_mode_of_the_sending_app(string queue, string mode)
    {
        var workspace = await server.NewWorkspaceAsync();
        await (await workspace.AsQueueAsync(queue)).SendTextAsync();

        var session = (await ResolveAsync(workspace, await workspace.ConversationAsync()))["session"]!;

        Assert.Equal((queue, mode), ((string?)session["queue"], (string?)session["mode"]));
        Assert.Matches($"^_{queue}_[^_]+$", (string?)session["routingId"]);
    }

    [Fact]
    [Shows("4.3.2")]
    public async Task Session_stays_in_its_queue_when_another_app_uses_it()
    {
        var workspace = await server.NewWorkspaceAsync();
        var before = await workspace.ConversationAsync();

        await (await workspace.AsQueueAsync("second_bot")).SendTextAsync();

        var after = await workspace.ConversationAsync();
        Assert.Equal((IdOf(before), (string?)before["routingId"]), (IdOf(after), (string?)after["routingId"]));
        Assert.Equal("my_bot", (string?)(await ResolveAsync(workspace, after))["session"]!["queue"]);
    }

    [Theory]
    [InlineData(Steps.Documented)]
    [InlineData(Steps.Production)]
    [Shows("4.3.7")]
    public async Task No_session_event_is_pushed_because_an_outbound_message_opened_a_session(string fidelity)
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.InAsync(fidelity, receiver);

        await workspace.AcceptedAsync(Steps.Template("ORDER_SHIPPED"));
        await workspace.AdvanceAsync();

        Assert.Equal(["SENT", "DLVRD", "READ"], receiver.Subjects);
    }

    [Theory]
    [InlineData("my_bot", "WEBHOOK", "WEBHOOK")]
    [InlineData("basic_bot", "BOT", "BOT")]
    [InlineData("agent_desk", "AGENT", "AGENT")]
    [InlineData("bot_flow", "SCRIPTUS", "BOTFLOW")]
    [InlineData("admin_panel", "PUSH", "DEFAULT")]
    [InlineData("script_bot", "WEBHOOK", "APP_SCRIPT")]
    [Shows("4.3.8")]
    public async Task Route_names_queue_mode_and_type_of_the_app_and_API_as_sender_type(string queue, string mode, string type)
    {
        var workspace = await server.NewWorkspaceAsync();

        // The route is the sending app's, so the session is another's.
        await workspace.CustomerWritesAsync();
        var route = (await workspace.RowAsync(await (await workspace.AsQueueAsync(queue)).SendTextAsync()))["route"]!;

        Assert.Equal((queue, mode, type, "API"), ((string?)route["queueCode"], (string?)route["sendMode"], (string?)route["senderApp"], (string?)route["senderType"]));
    }

    private static string IdOf(JsonNode session) => (string)session["sessionId"]!;

    private static async Task<JsonNode> ResolveAsync(TestWorkspace workspace, JsonNode session) =>
        (await workspace.PostAsync("/api/v1/session/resolve", new JsonObject { ["sessionId"] = IdOf(session) })).Results[0]!;
}
