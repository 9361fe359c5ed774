using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace MockMessaging.Tests.Control;

public sealed class DeliveryOfPushesTests(MockServer server)
{
    [Fact]
    public async Task Push_is_shown_with_request_attempts_and_what_the_receiver_wrote()
    {
        await using var receiver = await WebhookReceiver.StartAsync(context =>
        {
            context.Response.StatusCode = 422;
            return context.Response.WriteAsync("I do not like it");
        });
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);
        var id = (string)(await workspace.CustomerWritesAsync())["push"]!["id"]!;

        var told = (await workspace.GetAsync("/_sandbox/webhooks/" + id)).Ok().Body!;

        var attempt = Assert.Single(told["push"]!["attempts"]!.AsArray())!;
        Assert.Equal((422, "I do not like it"), ((int)attempt["status"]!, (string?)attempt["answer"]));
        Assert.Equal((id, receiver.All[^1].Headers["Cookie"]), ((string?)told["headers"]!["x-sandbox-push-id"], (string?)told["headers"]!["Cookie"]));
        Assert.True(JsonNode.DeepEquals(receiver.All[^1].Body, told["body"]));
    }

    [Theory]
    [InlineData("/_sandbox/inbound", "{}")]
    [InlineData("/_sandbox/inbound?wait=PT0.001S", "{}")]
    [InlineData("/_sandbox/pushes", """{"body":{"n":1}}""")]
    public async Task Response_does_not_wait_for_a_slow_receiver_longer_than_it_was_asked_to(string path, string body)
    {
        var held = new TaskCompletionSource();
        await using var receiver = await WebhookReceiver.StartAsync(_ => held.Task);
        receiver.TakesAnything = true;
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);

        var push = (await workspace.CallAsync(HttpMethod.Post, path, body)).Ok().Body!;
        await receiver.NextAsync();

        Assert.Equal("pending", (string?)(push["push"] ?? push)["state"]);
        held.SetResult();
        (await workspace.GetAsync("/_sandbox/wait/push?push=any&timeout=PT20S")).Ok();
    }

    [Fact]
    public async Task Forced_status_does_not_wait_for_a_slow_receiver()
    {
        var held = new TaskCompletionSource();
        await using var receiver = await WebhookReceiver.StartAsync(_ => held.Task);
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);
        var id = await workspace.SendTextAsync();

        var message = (await workspace.CallAsync(HttpMethod.Post, $"/_sandbox/messages/{id}/status", """{"status":"READ"}""")).Ok().Body!;

        Assert.Equal(("READ", false), ((string?)message["status"], held.Task.IsCompleted));
        Assert.Equal("READ", (await receiver.NextAsync()).Subject);
        held.SetResult();
        (await workspace.GetAsync("/_sandbox/wait/push?push=READ&timeout=PT20S")).Ok();
    }

    [Fact]
    public async Task Failed_push_is_tried_again_by_the_clock_under_the_same_id()
    {
        var refusals = 2;
        await using var receiver = await WebhookReceiver.StartAsync(context =>
        {
            context.Response.StatusCode = refusals-- > 0 ? 500 : 200;
            return Task.CompletedTask;
        });
        await using var own = await MockServer.StartAsync(options => options.Webhooks.Retries = "PT1S,PT5S,PT30S", TestWorkspace.Cancelled);
        var workspace = new TestWorkspace(own.BaseAddress, "mine");
        await workspace.FreezeAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);
        var id = await workspace.SendTextAsync();
        (await workspace.CallAsync(HttpMethod.Post, $"/_sandbox/messages/{id}/status?wait=PT1M", """{"status":"READ"}""")).Ok();
        Assert.Equal("retrying", (string?)(await workspace.PushesAsync())[0]!["state"]);

        await workspace.AdvanceAsync("PT0.9S");
        Assert.Single(receiver.All);
        await workspace.AdvanceAsync("PT1H");

        var push = Assert.Single(await workspace.PushesAsync())!;
        Assert.Equal("delivered", (string?)push["state"]);
        Assert.Equal(
            ["2026-01-05T10:00:00+00:00", "2026-01-05T10:00:01+00:00", "2026-01-05T10:00:06+00:00"], push["attempts"]!.AsArray().Select(attempt => (string?)attempt!["at"]));
        Assert.Single(receiver.All.Select(received => received.Headers["x-sandbox-push-id"]).Distinct());
    }

    [Fact]
    public async Task Retries_end_with_their_schedule()
    {
        await using var own = await MockServer.StartAsync(options => options.Webhooks.Retries = "PT1S,PT1S", TestWorkspace.Cancelled);
        var workspace = new TestWorkspace(own.BaseAddress, "mine");
        await workspace.FreezeAsync();
        await using var receiver = await WebhookReceiver.StartAsync(context =>
        {
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        });
        await workspace.RegisterWebhookAsync(receiver.Url);
        await workspace.CustomerWritesAsync();
        await workspace.AdvanceAsync("PT1H");

        Assert.All(await workspace.PushesAsync(), push => Assert.Equal(("failed", 3), ((string?)push!["state"], push["attempts"]!.AsArray().Count)));
        Assert.Equal("FORWARD_ERR", (string?)(await workspace.GetAsync("/_sandbox/messages?direction=inbound&contactId=wa919876543210_918828218374")).Ok().Body!["messages"]![0]!["status"]);
    }

    [Fact]
    public async Task Push_is_sent_again_to_where_pushes_go_now()
    {
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync("http://127.0.0.1:9/");
        var failed = (await workspace.CustomerWritesAsync())["push"]!;
        await using var receiver = await WebhookReceiver.StartAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);

        var replayed = (await workspace.CallAsync(HttpMethod.Post, $"/_sandbox/webhooks/{failed["id"]}/replay", null)).Ok().Body!["push"]!;

        Assert.Equal(("failed", "delivered", (string?)failed["id"]), ((string?)failed["state"], (string?)replayed["state"], (string?)replayed["replayOf"]));
        Assert.Equal("text", Assert.Single(receiver.All).Subject);
    }

    [Fact]
    public async Task Push_without_a_webhook_can_be_sent_once_there_is_one()
    {
        var workspace = await server.NewWorkspaceAsync();
        var skipped = (await workspace.CustomerWritesAsync())["push"]!;
        (await workspace.CallAsync(HttpMethod.Post, $"/_sandbox/webhooks/{skipped["id"]}/replay", null)).Is(HttpStatusCode.Conflict);
        await using var receiver = await WebhookReceiver.StartAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);

        (await workspace.CallAsync(HttpMethod.Post, $"/_sandbox/webhooks/{skipped["id"]}/replay", null)).Ok();

        Assert.Equal("text", Assert.Single(receiver.All).Subject);
    }

    [Theory]
    [InlineData(200, true, null)]
    [InlineData(302, false, "redirects")]
    [InlineData(401, false, "x-verify-token")]
    [InlineData(403, false, "x-verify-token")]
    [InlineData(404, false, "no such route")]
    [InlineData(405, false, "does not take POST")]
    [InlineData(415, false, "application/json")]
    [InlineData(500, false, "its own log")]
    public async Task Check_names_what_the_receiver_answers_and_the_fix(int status, bool ok, string? fix)
    {
        await using var listener = await WebhookReceiver.StartAsync();
        listener.Answer = context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        };
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(listener.Url);

        var told = await CheckAsync(workspace);

        Assert.Equal((ok, status), ((bool)told["ok"]!, (int)told["httpStatus"]!));
        Assert.Contains(fix ?? "", (string?)told["cause"] ?? "", StringComparison.Ordinal);
        Assert.Empty(await workspace.PushesAsync());
    }

    [Theory]
    [InlineData("http://127.0.0.1:9/", "Nothing listens")]
    [InlineData("http://no-such-host.invalid/", "is not found")]
    [InlineData("ftp://example.com/", "http or https")]
    [InlineData("", "has no webhook")]
    public async Task Check_names_what_keeps_it_from_the_receiver(string url, string cause)
    {
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(url);

        var told = await CheckAsync(workspace);

        Assert.False((bool)told["ok"]!);
        Assert.Contains(cause, (string?)told["cause"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_names_TLS_spoken_to_a_plain_receiver()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(receiver.Url.Replace("http://", "https://", StringComparison.Ordinal));

        Assert.Contains("TLS", (string?)(await CheckAsync(workspace))["cause"], StringComparison.Ordinal);
    }

    private static async Task<JsonNode> CheckAsync(TestWorkspace workspace) => (await workspace.CallAsync(HttpMethod.Post, "/_sandbox/webhooks/check", null)).Ok().Body!;
}
