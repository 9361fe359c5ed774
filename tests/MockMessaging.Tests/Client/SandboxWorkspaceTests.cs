using System.Net;
using System.Text.Json.Nodes;
using MockMessaging.Client;
using MockMessaging.Contract;
using MockMessaging.Control;
using MockMessaging.Conversations;
using MockMessaging.Fidelity;
using MockMessaging.Time;
using Xunit;

namespace MockMessaging.Tests.Client;

/// <summary>The typed client, against a server it knows only the address of.</summary>
public sealed class SandboxWorkspaceTests(MockServer server)
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);

    private readonly SandboxWorkspace _workspace = new(server.BaseAddress, MockServer.NewKey());

    private static CancellationToken Cancelled => TestWorkspace.Cancelled;

    [Fact]
    public async Task Several_messages_of_a_customer_come_in_one_push()
    {
        var answer = await _workspace.Inbound.SendAsync(null, [new CustomerContent { Type = "image" }, new CustomerContent()], together: true, cancellationToken: Cancelled);

        Assert.Equal((2, 1), (answer.Messages!.Count, answer.Pushes!.Count));
    }

    [Fact]
    public async Task Body_of_ones_own_is_pushed()
    {
        var push = await _workspace.Pushes.SendAsync(new JsonObject { ["n"] = 1 }, "second_bot", "c", cancellationToken: Cancelled);

        Assert.Equal(("raw", "c", "skipped"), (push.Type, push.ContactId, push.State));
        Assert.Equal(1, (int)(await _workspace.Pushes.GetAsync(push.Id, Cancelled)).Body!["n"]!);
    }

    [Fact]
    public async Task Clock_is_stopped_moved_and_let_go()
    {
        Assert.Equal((ClockMode.Frozen, Noon), ModeAndTime(await _workspace.Clock.FreezeAsync(Noon, Cancelled)));
        Assert.Equal(Noon.AddHours(1.5), (await _workspace.Clock.AdvanceAsync(TimeSpan.FromHours(1.5), Cancelled)).Now);
        Assert.Equal(Noon.AddDays(2), (await _workspace.Clock.AdvanceToAsync(Noon.AddDays(2), Cancelled)).Now);
        await _workspace.Messages.SendAsync(Some.Text(), Cancelled);
        Assert.Equal(3, (await _workspace.Clock.AdvanceUntilIdleAsync(Cancelled)).StatusChanges);
        Assert.Equal((ClockMode.Scaled, 60), ((await _workspace.Clock.RunAsync(60, Noon, Cancelled)).Mode, (await _workspace.Clock.GetAsync(Cancelled)).Scale));
        Assert.Equal(ClockMode.Real, (await _workspace.Clock.FollowRealTimeAsync(Cancelled)).Mode);

        static (ClockMode, DateTimeOffset) ModeAndTime(ClockView clock) => (clock.Mode, clock.Now);
    }

    [Fact]
    public async Task Customers_write_whatever_is_said_and_the_rest_is_made_up()
    {
        var made = await _workspace.Inbound.SendAsync(cancellationToken: Cancelled);
        var said = await _workspace.Inbound.SendAsync(new CustomerMessage { From = new CustomerAddress { Phone = TestWorkspace.Phone, Name = "Asha" }, Location = new CommonMsgLocation() }, cancellationToken: Cancelled);

        Assert.NotEmpty((string)made.Message["text"]!["body"]!);
        Assert.Equal("location", (string?)said.Message["type"]);
        Assert.Equal("skipped", said.Push.State);
    }

    [Fact]
    public async Task Files_are_uploaded_used_listed_and_removed()
    {
        var file = await _workspace.Media.UploadAsync([1, 2, 3], "image/png", "a b.png", Cancelled);
        var said = await _workspace.Inbound.SendAsync(new CustomerMessage { Image = new CustomerMedia { MediaId = file.Id } }, cancellationToken: Cancelled);

        Assert.Equal([1, 2, 3], await _workspace.HttpClient.GetByteArrayAsync(new Uri((string)said.Message["image"]!["link"]!), Cancelled));
        Assert.Equal(("a b.png", file), ((string?)said.Message["image"]!["filename"], await _workspace.Media.GetAsync(file.Id, Cancelled)));
        Assert.Single((await _workspace.Media.ListAsync(cancellationToken: Cancelled)).Media);
        await _workspace.Media.RemoveAsync(file.Id, Cancelled);
        await _workspace.Media.ClearAsync(Cancelled);
        Assert.Empty((await _workspace.Media.ListAsync(cancellationToken: Cancelled)).Media);
    }

    [Fact]
    public async Task Conversations_what_is_due_and_paused_faults_are_at_hand()
    {
        await _workspace.Clock.FreezeAsync(cancellationToken: Cancelled);
        var fault = await _workspace.Faults.AddAsync(new FaultRequest { Effect = new FaultEffectRequest { Status = 503 } }, Cancelled);
        Assert.True((await _workspace.Faults.PauseAsync(fault.Id, Cancelled)).Paused);
        var sent = await _workspace.Messages.SendAsync(Some.Text(), Cancelled);

        Assert.Equal(sent.Id, Assert.Single((await _workspace.Messages.ListConversationsAsync(newestFirst: true, cancellationToken: Cancelled)).Conversations).Last!.Id);
        Assert.Equal((sent.Id, "SENT"), (await _workspace.Clock.DueAsync(cancellationToken: Cancelled)).Due.Select(due => (due.MessageId, due.Status)).Single());
        Assert.False((await _workspace.Faults.ResumeAsync(fault.Id, Cancelled)).Paused);
    }

    [Fact]
    public async Task Channels_templates_apps_and_variables_are_set_and_removed()
    {
        var setup = _workspace.Configuration;
        Assert.Equal("Orders", (await setup.SetChannelAsync("wa360:15550001111", new ChannelRequest { Name = "Orders" }, Cancelled)).Name);
        Assert.Equal("Marigold", (string?)(await setup.SetVariableAsync("shop", new VariableRequest { Value = "Marigold" }, Cancelled)).Value);
        Assert.Equal("WEBHOOK", (await setup.SetAppAsync("mine", new AppRequest { AppType = "APP_SCRIPT" }, Cancelled)).AppMode);
        Assert.All((await setup.SetTemplateAsync("ready", new TemplateRequest { Code = "READY", Body = "Ready", Status = "pending" }, Cancelled)).Approved, row => Assert.Equal("PENDING", row.Status));
        var rejected = await setup.SetTemplateStatusAsync("ready", "rejected", "Wrong category", "wa360:15550001111", Cancelled);
        Assert.Equal("Wrong category", Assert.Single(rejected.Approved, row => row.Status == "REJECTED").Reason);
        Assert.Equal(
            ("wa360:15550001111", "ready", "mine", "shop"),
            ((await setup.ListChannelsAsync(cancellationToken: Cancelled)).Channels[^1].ChannelId, (await setup.ListTemplatesAsync(limit: 1, newestFirst: true, cancellationToken: Cancelled)).Templates[0].Id,
                (await setup.ListAppsAsync(cancellationToken: Cancelled)).Apps[^1].Id, (await setup.ListVariablesAsync(cancellationToken: Cancelled)).Variables[^1].Key));

        await setup.RemoveChannelAsync("wa360:15550001111", Cancelled);
        await setup.RemoveTemplateAsync("ready", Cancelled);
        await setup.RemoveAppAsync("mine", Cancelled);
        await setup.RemoveVariableAsync("shop", Cancelled);
        Assert.Equal(HttpStatusCode.NotFound, (await Assert.ThrowsAsync<SandboxException>(() => setup.RemoveAppAsync("mine", Cancelled))).Status);
    }

    [Fact]
    public async Task Rules_decide_how_messages_fare_until_they_are_removed()
    {
        await _workspace.Clock.FreezeAsync(cancellationToken: Cancelled);
        var rule = await _workspace.Outcomes.AddAsync(new OutcomeRuleRequest { Outcome = "failed", Match = new OutcomeMatchRequest { Text = "order" }, Error = new ErrorRequest { Code = "470" } }, Cancelled);
        await _workspace.Outcomes.AddAsync(new OutcomeRuleRequest { Outcome = "never-read" }, Cancelled);

        Assert.Equal("failed", await FareAsync("Your order"));
        Assert.Equal(1, (await _workspace.Outcomes.ListAsync(cancellationToken: Cancelled)).Rules[0].Used);
        await _workspace.Outcomes.RemoveAsync(rule.Id, Cancelled);
        Assert.Equal("never-read", await FareAsync("Your order"));
        await _workspace.Outcomes.ClearAsync(Cancelled);
        Assert.Equal("read", await FareAsync("Your order"));

        async Task<string?> FareAsync(string text) =>
            (await _workspace.Messages.GetAsync((await _workspace.Messages.SendAsync(Some.Text(body: text), Cancelled)).Id!, Cancelled)).Outcome;
    }

    [Fact]
    public async Task Fault_strikes_and_what_was_called_is_verified()
    {
        var fault = await _workspace.Faults.AddAsync(
            new FaultRequest { Name = "flaky", Target = new JsonObject { ["path"] = "/api/v1/message/send" }, Effect = new FaultEffectRequest { Status = 503 } }, Cancelled);

        var refusal = await Assert.ThrowsAsync<SandboxException>(() => _workspace.Messages.SendAsync(Some.Text(), Cancelled));
        await _workspace.Messages.SendAsync(Some.Text(), Cancelled);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refusal.Status);
        Assert.Equal(1, Assert.Single((await _workspace.Faults.ListAsync(cancellationToken: Cancelled)).Faults).Struck);
        var verified = await _workspace.Requests.VerifyAsync(new VerifyRequest { Match = new RequestMatch { Path = "/api/v1/message/send" }, Exactly = 2 }, Cancelled);
        Assert.Equal(("pass", 2), (verified.Verdict, verified.Matched));
        var missed = await _workspace.Requests.VerifyAsync(new VerifyRequest { Match = new RequestMatch { Path = "/api/v1/message/send", Status = 418 } }, Cancelled);
        Assert.Equal("status", Assert.Single(missed.Nearest[0].Differences).At);
        Assert.Single((await _workspace.Requests.ListAsync(status: 503, cancellationToken: Cancelled)).Requests, call => call.Fault == "flaky");
        await _workspace.Faults.RemoveAsync(fault.Id, Cancelled);
        Assert.Empty((await _workspace.Faults.ListAsync(cancellationToken: Cancelled)).Faults);
        await _workspace.Faults.AddAsync(new FaultRequest { Target = "webhooks", Effect = new FaultEffectRequest { Drop = true } }, Cancelled);
        await _workspace.Faults.ClearAsync(Cancelled);
        Assert.Empty((await _workspace.Faults.ListAsync(cancellationToken: Cancelled)).Faults);
    }

    [Fact]
    public async Task Pushes_to_a_registered_webhook_are_listed_looked_at_and_sent_again()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await _workspace.Clock.FreezeAsync(cancellationToken: Cancelled);
        Assert.False((await _workspace.Pushes.CheckAsync(Cancelled)).Ok);
        await _workspace.RegisterWebhookAsync(receiver.Url, Cancelled);
        var sent = await _workspace.Messages.SendAsync(Some.Text(), Cancelled);
        var advanced = await _workspace.Clock.AdvanceAsync(TimeSpan.FromSeconds(5), Cancelled);
        await _workspace.WaitUntilIdleAsync(cancellationToken: Cancelled);

        var read = await _workspace.WaitForPushAsync("READ", sent.Id, cancellationToken: Cancelled);
        var again = await _workspace.Pushes.ReplayAsync(read.Id, Cancelled);

        Assert.Equal(new PushCounts(3, 3, 0), advanced.Pushes);
        Assert.Equal(read.Id, again.Push.ReplayOf);
        Assert.Equal(read.Id, (await _workspace.Pushes.GetAsync(read.Id, Cancelled)).Headers["x-sandbox-push-id"]);
        Assert.Equal(4, (await _workspace.Pushes.ListAsync(messageId: sent.Id, state: "delivered", cancellationToken: Cancelled)).Pushes.Count);
        Assert.Equal(["SENT", "DLVRD", "READ", "READ"], receiver.Subjects.TakeLast(4));
    }

    [Fact]
    public async Task Status_is_forced()
    {
        await _workspace.Clock.FreezeAsync(cancellationToken: Cancelled);
        var sent = await _workspace.Messages.SendAsync(Some.Text(), Cancelled);

        var forced = await _workspace.Messages.ForceStatusAsync(sent.Id!, MessageStatus.Faild, new ErrorRequest { Code = "131026" }, cancellationToken: Cancelled);

        Assert.Equal("FAILD", forced.Status);
        Assert.Equal(sent.Id, Assert.Single((await _workspace.Messages.ListAsync("outbound", MessageStatus.Faild, text: "hello", limit: 1, cancellationToken: Cancelled)).Messages).Id);
    }

    [Fact]
    public async Task Workspace_is_configured_kept_brought_back_copied_and_reset()
    {
        Assert.Equal(FidelityMode.Production, (await _workspace.ConfigureAsync(new WorkspaceChange { Fidelity = FidelityMode.Production, Delays = new DelaysRequest { Read = "PT10S" } }, Cancelled)).Fidelity);
        await _workspace.Messages.SendAsync(Some.Text(), Cancelled);
        var prepared = (await _workspace.GetAsync(Cancelled)).Messages;
        Assert.Equal("one", (await _workspace.Snapshots.TakeAsync("one", Cancelled)).Name);
        var archive = await _workspace.Snapshots.ExportAsync(Cancelled);
        await _workspace.Messages.SendAsync(Some.Text(), Cancelled);

        var fork = await _workspace.ForkAsync(cancellationToken: Cancelled);
        Assert.Equal(prepared, (await _workspace.Snapshots.RestoreAsync("one", Cancelled)).Messages);
        Assert.Equal(prepared + 1, (await fork.GetAsync(Cancelled)).Messages);
        Assert.Equal(prepared, (await fork.Snapshots.ImportAsync(archive, Cancelled)).Messages);
        await _workspace.ResetAsync(Cancelled);

        var fresh = await _workspace.GetAsync(Cancelled);
        Assert.Equal((prepared - 1, FidelityMode.Documented), (fresh.Messages, fresh.Fidelity));
        Assert.Equal("one", Assert.Single((await _workspace.Snapshots.ListAsync(cancellationToken: Cancelled)).Snapshots).Name);
        await _workspace.Snapshots.RemoveAsync("one", Cancelled);
        Assert.Empty((await _workspace.Snapshots.ListAsync(cancellationToken: Cancelled)).Snapshots);
    }

    [Fact]
    public async Task Refusal_of_the_control_plane_is_thrown_with_its_field_and_its_help()
    {
        var refusal = await Assert.ThrowsAsync<SandboxException>(() => _workspace.Outcomes.AddAsync(new OutcomeRuleRequest { Outcome = "explodes" }, Cancelled));

        Assert.Equal((HttpStatusCode.BadRequest, "outcome"), (refusal.Status, refusal.Field));
        Assert.Contains("'explodes' is not allowed; use one of", refusal.Detail, StringComparison.Ordinal);
        Assert.Contains(refusal.Detail, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("POST ", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusal_of_the_documented_api_is_thrown_alike()
    {
        var refusal = await Assert.ThrowsAsync<SandboxException>(() => _workspace.Messages.SendAsync(new OutBoundMsg { ChannelId = "wa360:1", Type = "text" }, Cancelled));

        Assert.Equal(HttpStatusCode.BadRequest, refusal.Status);
        Assert.NotEmpty(refusal.Detail);
        Assert.NotNull(refusal.Field);
    }

    [Fact]
    public async Task Wait_in_vain_tells_what_is_pending()
    {
        await _workspace.Clock.FreezeAsync(cancellationToken: Cancelled);
        var sent = await _workspace.Messages.SendAsync(Some.Text(), Cancelled);

        var refusal = await Assert.ThrowsAsync<SandboxException>(() => _workspace.WaitForAsync(sent.Id!, MessageStatus.Read, TimeSpan.FromMilliseconds(1), Cancelled));

        Assert.Equal(HttpStatusCode.RequestTimeout, refusal.Status);
        Assert.Equal(["SENT", "DLVRD", "READ"], refusal.Pending.Select(item => item.Status));
        Assert.Contains($"DLVRD of message {sent.Id} due ", refusal.Message, StringComparison.Ordinal);
    }
}
