using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Control;

/// <summary>Faults of pushes; several are bug reports of real apps.</summary>
public sealed class PushFaultsTests(MockServer server)
{
    private const string Send = "/api/v1/message/send";

    [Fact]
    public async Task Real_bug_a_late_SENT_comes_after_DELIVERED()
    {
        var (workspace, receiver) = await ReadyAsync();
        await AddAsync(workspace, """{"target":{"webhooks":true,"status":"SENT"},"effect":{"reorder":true}}""");
        await workspace.SendTextAsync();
        await workspace.AdvanceAsync();
        Assert.Equal(["DLVRD", "SENT", "READ"], receiver.Subjects);
        await receiver.DisposeAsync();
    }

    [Fact]
    public async Task Real_bug_a_status_comes_before_the_sender_knows_the_id()
    {
        var (workspace, receiver) = await ReadyAsync();
        await AddAsync(workspace, """{"target":"webhooks","effect":{"beforeTheAnswer":true}}""");
        var arrived = receiver.NextAsync();
        var sending = workspace.SendTextAsync();
        Assert.Equal(("SENT", await sending), ((await arrived).Subject, (string?)(await arrived).Item["id"]));
        await receiver.DisposeAsync();
    }

    [Fact]
    public async Task Status_before_the_answer_is_there_when_the_answer_comes()
    {
        var (workspace, receiver) = await ReadyAsync();
        await AddAsync(workspace, """{"target":"webhooks","effect":{"beforeTheAnswer":true}}""");

        var answer = (await workspace.PostAsync(Send, TestWorkspace.Text())).Ok();

        Assert.Equal((string?)answer.Results[0]!["id"], (string?)Assert.Single(receiver.All).Item["id"]);
        Assert.NotNull(answer.Header("X-Sandbox-Fault"));
        await workspace.AdvanceAsync();
        Assert.Equal(["SENT", "DLVRD", "READ"], receiver.Subjects);
        await receiver.DisposeAsync();
    }

    [Fact]
    public async Task Real_bug_the_same_status_comes_twice_at_once()
    {
        var (workspace, receiver) = await ReadyAsync();
        await AddAsync(workspace, """{"target":"webhooks","trigger":{"every":2},"effect":{"duplicate":1}}""");
        await workspace.SendTextAsync();
        await workspace.AdvanceAsync();
        Assert.Equal(["SENT", "DLVRD", "DLVRD", "READ"], receiver.Subjects);
        await receiver.DisposeAsync();
    }

    [Fact]
    public async Task Effect_of_pushes_needs_no_target()
    {
        var (workspace, receiver) = await ReadyAsync();
        await AddAsync(workspace, """{"effect":{"reorder":true}}""");
        await workspace.SendTextAsync();
        await workspace.AdvanceAsync();

        Assert.Equal(["DLVRD", "SENT", "READ"], receiver.Subjects);
        await receiver.DisposeAsync();
    }

    [Fact]
    public async Task Dropped_push_never_arrives_and_says_so()
    {
        var (workspace, receiver) = await ReadyAsync();
        await AddAsync(workspace, """{"name":"lost","target":{"webhooks":true,"status":"DLVRD"},"effect":{"drop":true}}""");
        await workspace.SendTextAsync();
        await workspace.AdvanceAsync();

        Assert.Equal(["SENT", "READ"], receiver.Subjects);
        var dropped = Assert.Single(await workspace.PushesAsync("?state=skipped"))!;
        Assert.Equal(("DLVRD", "lost"), ((string?)dropped["subject"], (string?)dropped["fault"]));
        await receiver.DisposeAsync();
    }

    [Fact]
    public async Task Late_push_comes_by_the_workspaces_clock()
    {
        var (workspace, receiver) = await ReadyAsync();
        await AddAsync(workspace, """{"target":{"webhooks":true,"status":"SENT"},"effect":{"delay":"PT1H"}}""");
        await workspace.SendTextAsync();

        await workspace.AdvanceAsync("PT30M");
        Assert.Equal(["DLVRD", "READ"], receiver.Subjects);
        await workspace.AdvanceAsync("PT31M");

        Assert.Equal(["DLVRD", "READ", "SENT"], receiver.Subjects);
        await receiver.DisposeAsync();
    }

    [Fact]
    public async Task Corrupt_push_breaks_off()
    {
        await using var listener = await RawListener.StartAsync();
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(listener.Url);
        await AddAsync(workspace, """{"target":"webhooks","effect":{"corrupt":true}}""");

        await workspace.CustomerWritesAsync();

        Assert.ThrowsAny<System.Text.Json.JsonException>(() => JsonNode.Parse(listener.Bodies[0]));
    }

    [Fact]
    public async Task Inbound_message_held_back_does_not_hold_up_its_simulation()
    {
        var (workspace, receiver) = await ReadyAsync();
        await AddAsync(workspace, """{"target":{"webhooks":true,"type":"messages"},"effect":{"delay":"PT1M"}}""");

        Assert.Equal("held", (string?)(await workspace.CustomerWritesAsync())["push"]!["state"]);
        await workspace.AdvanceAsync("PT1M");

        Assert.Equal(["SESSION_ROUTED", "text"], receiver.Subjects);
        await receiver.DisposeAsync();
    }

    private async Task<(TestWorkspace Workspace, WebhookReceiver Receiver)> ReadyAsync()
    {
        var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);
        return (workspace, receiver);
    }

    private static async Task AddAsync(TestWorkspace workspace, string fault) => (await workspace.PostAsync("/_sandbox/faults", JsonNode.Parse(fault)!)).Ok();
}
