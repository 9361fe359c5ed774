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

    [Fact]
    [Shows("4.3.5")]
    public async Task SendType_is_PM_and_composeType_N_before_any_inbound_message()
    {
        var workspace = await server.NewWorkspaceAsync();

        Assert.Equal(("PM", "N"), Kinds(await workspace.RowAsync(await workspace.SendTextAsync())));
    }

    [Theory]
    [InlineData("PT0S", "SM")]
    [InlineData("PT3H59M59.999S", "SM")]
    [InlineData("PT4H", "PM")]
    [Shows("4.3.5")]
    public async Task SendType_is_SM_within_24_hours_of_the_last_inbound_message_and_PM_outside(string later, string sendType)
    {
        var workspace = await server.NewWorkspaceAsync();
        await workspace.CustomerWritesAsync();
        await workspace.AdvanceAsync("PT20H");
        await workspace.SendTextAsync();
        await workspace.AdvanceAsync(later);

        var row = await workspace.RowAsync(await workspace.SendTextAsync());

        Assert.Equal(sendType, Kinds(row).SendType);
        Assert.NotEqual("N", Kinds(row).ComposeType);
    }

    [Fact]
    [Shows("4.3.5")]
    public async Task ComposeType_of_an_answer_is_R()
    {
        var workspace = await server.NewWorkspaceAsync();
        await workspace.CustomerWritesAsync();

        Assert.Equal(("SM", "R"), Kinds(await workspace.RowAsync(await workspace.SendTextAsync())));
    }

    [Fact]
    [Shows("4.3.5")]
    public async Task Last_inbound_message_counts_even_if_its_session_was_closed()
    {
        var workspace = await server.NewWorkspaceAsync();
        await workspace.PostAsync("/api/v1/session/close", new JsonObject { ["sessionId"] = IdOf(await workspace.ConversationAsync()) });
        await workspace.AdvanceAsync("PT1H");

        var kinds = Kinds(await workspace.RowAsync(await workspace.SendTextAsync()));

        Assert.Equal("SM", kinds.SendType);
        Assert.NotEqual("N", kinds.ComposeType);
    }

    [Fact]
    [Shows("4.3.6", "4.4.3", "4.4.7")]
    public async Task Free_text_outside_the_window_is_accepted_and_refused_by_the_provider()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.InAsync(Steps.Production, receiver);

        var id = await workspace.AcceptedAsync(TestWorkspace.Text());
        await workspace.AdvanceAsync();

        var push = Assert.Single(receiver.All).Item;
        Assert.Equal((id, "FAILD", "470"), ((string?)push["id"], (string?)push["status"], (string?)push["errors"]![0]!["code"]));
        var row = await workspace.RowAsync(id);
        Assert.Equal("CCWIN", (string?)row["status"]);
        Assert.Equal(["Code:470"], row["logs"].Words());
    }

    [Theory]
    [InlineData("PT23H59M59.999S", "READ")]
    [InlineData("PT24H", "CCWIN")]
    [Shows("4.3.6")]
    public async Task Window_is_open_for_24_hours_after_the_last_inbound_message(string later, string status)
    {
        var workspace = await server.InAsync(Steps.Production);
        await workspace.CustomerWritesAsync();
        await workspace.AdvanceAsync(later);

        Assert.Equal(status, await EndOfAsync(workspace, TestWorkspace.Text()));
    }

    [Fact]
    [Shows("4.3.6")]
    public async Task Free_text_sent_again_outside_the_window_is_refused_again()
    {
        var workspace = await server.InAsync(Steps.Production);
        var first = await workspace.AcceptedAsync(TestWorkspace.Text());

        Assert.Equal("CCWIN", await EndOfAsync(workspace, new JsonObject { ["channelId"] = TestWorkspace.WhatsApp, ["messageIdResend"] = first }));
    }

    [Fact]
    [Shows("4.3.6")]
    public async Task Medium_is_as_free_as_text()
    {
        var message = TestWorkspace.Text();
        message["type"] = "image";
        message["image"] = new JsonObject { ["link"] = "https://files.example.com/a.png" };

        Assert.Equal("CCWIN", await EndOfAsync(await server.InAsync(Steps.Production), message));
    }

    [Fact]
    [Shows("4.3.6")]
    public async Task Template_goes_through_outside_the_window() =>
        Assert.Equal("READ", await EndOfAsync(await server.InAsync(Steps.Production), Steps.Template("ORDER_SHIPPED")));

    [Fact]
    [Shows("4.3.6")]
    public async Task Window_is_a_matter_of_WhatsApp_only()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.InAsync(Steps.Production, receiver);

        await workspace.AcceptedAsync(TestWorkspace.Text(channelId: "sms:447700900461"));
        await workspace.AdvanceAsync();

        Assert.Equal(["SENT", "DLVRD", "READ"], receiver.Subjects);
    }

    [Theory]
    [InlineData("Documented", null, "READ")]
    [InlineData("Documented", "true", "CCWIN")]
    [InlineData("Documented", "false", "READ")]
    [InlineData("Production", null, "CCWIN")]
    [InlineData("Production", "true", "CCWIN")]
    [InlineData("Production", "false", "READ")]
    [Shows("4.3.6")]
    public async Task Window_is_kept_in_Production_unless_the_setting_says_otherwise(string fidelity, string? careWindow, string status)
    {
        await using var own = await MockServer.StartAsync(
            options =>
            {
                options.Settings["Fidelity"] = fidelity;
                options.Settings["Sessions:CareWindow"] = careWindow;
            },
            TestWorkspace.Cancelled);
        var workspace = new TestWorkspace(own.BaseAddress, "window");
        await workspace.FreezeAsync();

        Assert.Equal(status, await EndOfAsync(workspace, TestWorkspace.Text()));
    }

    [Theory]
    [InlineData(Steps.Documented, true, "CCWIN")]
    [InlineData(Steps.Production, false, "READ")]
    [Shows("4.3.6")]
    public async Task Window_can_be_switched_for_one_workspace(string fidelity, bool careWindow, string status)
    {
        var workspace = await server.InAsync(fidelity);
        await workspace.ChangeAsync(new JsonObject { ["careWindow"] = careWindow });

        Assert.Equal(status, await EndOfAsync(workspace, TestWorkspace.Text()));
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

    private static (string? SendType, string? ComposeType) Kinds(JsonNode row) => ((string?)row["meta"]!["sendType"], (string?)row["meta"]!["composeType"]);

    private static async Task<JsonNode> ResolveAsync(TestWorkspace workspace, JsonNode session) =>
        (await workspace.PostAsync("/api/v1/session/resolve", new JsonObject { ["sessionId"] = IdOf(session) })).Results[0]!;

    private static async Task<string> EndOfAsync(TestWorkspace workspace, JsonNode message) => (string)(await workspace.RowOfAsync(message))["status"]!;
}
