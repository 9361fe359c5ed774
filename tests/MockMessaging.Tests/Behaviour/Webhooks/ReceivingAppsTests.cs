using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Behaviour;

/// <summary>Which app gets a push.</summary>
public sealed class ReceivingAppsTests(MockServer server)
{
    [Fact]
    [Shows("5.1.11")]
    public async Task Without_a_webhook_a_push_is_skipped_with_the_reason()
    {
        var workspace = await server.NewWorkspaceAsync();

        var push = (await workspace.CustomerWritesAsync())["push"]!;

        Assert.Equal("skipped", (string?)push["state"]);
        Assert.Contains("has no webhook", (string?)push["reason"], StringComparison.Ordinal);
    }

    [Fact]
    [Shows("5.1.11")]
    public async Task Inbound_message_goes_to_the_app_of_the_sessions_queue()
    {
        await using var first = await WebhookReceiver.StartAsync();
        await using var second = await WebhookReceiver.StartAsync();
        var workspace = await server.InAsync(Steps.Documented, first);
        await (await workspace.AsQueueAsync("second_bot")).RegisterWebhookAsync(second.Url);
        var session = await workspace.SessionAsync();
        await workspace.PostAsync("/api/v1/session/routing", new JsonObject { ["sessionId"] = session, ["queue"] = "second_bot" });
        await workspace.AdvanceAsync();

        await workspace.CustomerWritesAsync();

        Assert.Equal(["SESSION_ROUTED", "text"], first.Subjects);
        Assert.Equal(["SESSION_ROUTED", "text"], second.Subjects);
    }

    [Fact]
    [Shows("5.1.11", "5.3.3")]
    public async Task Statuses_go_to_the_app_that_sent()
    {
        await using var first = await WebhookReceiver.StartAsync();
        await using var second = await WebhookReceiver.StartAsync();
        var workspace = await server.InAsync(Steps.Documented, first);
        var other = await workspace.AsQueueAsync("second_bot");
        await other.RegisterWebhookAsync(second.Url);
        await workspace.CustomerWritesAsync();

        await other.SendTextAsync();
        await workspace.AdvanceAsync();

        Assert.Equal(["SESSION_ROUTED", "text"], first.Subjects);
        Assert.Equal(["SENT", "DLVRD", "READ"], second.Subjects);
    }

    [Fact]
    [Shows("5.1.3", "5.2.1", "5.3.1")]
    public async Task Each_app_is_named_in_its_own_pushes()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await (await server.InAsync(Steps.Production)).AsQueueAsync("second_bot");
        await workspace.RawAsync("/api/v1/config/webhook", new JsonObject { ["url"] = receiver.Url });
        await workspace.CustomerWritesAsync();
        await workspace.AcceptedAsync(TestWorkspace.Text());
        await workspace.AdvanceAsync();

        Assert.Equal(["events", "messages", "statuses", "statuses", "statuses"], receiver.All.Select(push => push.Type));
        Assert.All(receiver.All, push => Assert.Equal(workspace.AppId, (string?)push.Body["meta"]!["appId"]));
        Assert.All(receiver.All, push => Assert.Equal(push.Type == "statuses" ? null : "x-api-id=" + workspace.AppId, push.Headers.GetValueOrDefault("Cookie")));
        Assert.All(receiver.All.Take(2), push => Assert.Equal("second_bot", (string?)push.Body["meta"]!["appCode"]));
    }
}
