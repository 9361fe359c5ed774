using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Xunit;

namespace MockMessaging.Tests.Behaviour;

[Heading("5.1")]
public sealed class TransportTests(MockServer server)
{
    [Fact]
    [Shows("5.1.1")]
    public async Task Exactly_the_registered_URL_is_called()
    {
        var calls = new List<string>();
        await using var receiver = await WebhookReceiver.StartAsync(context =>
        {
            calls.Add($"{context.Request.Method} {context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget}");
            return Task.CompletedTask;
        });
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(receiver.Url + "/a%20b/?x=1&y=%20z&x=");

        await workspace.CustomerWritesAsync();

        Assert.Equal(Enumerable.Repeat("POST /hook/a%20b/?x=1&y=%20z&x=", 2), calls);
    }

    [Fact]
    [Shows("5.1.1", "5.1.3", "5.1.4")]
    public async Task Messages_and_events_carry_the_app_id_cookie_and_statuses_do_not()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);
        await workspace.CustomerWritesAsync();
        await workspace.SendTextAsync();
        await workspace.AdvanceAsync();

        Assert.Equal(["events", "messages", "statuses", "statuses", "statuses"], receiver.All.Select(push => push.Type));
        Assert.All(receiver.All, push => Assert.Equal(
            push.Type == "statuses" ? null : "x-api-id=61ec7d902ce85742b201c5a0", push.Headers.GetValueOrDefault("Cookie")));
        Assert.All(receiver.All, push => Assert.Equal("s1agenttoken$$$", push.Headers["x-verify-token"]));
        Assert.All(receiver.All, push => Assert.Equal("application/json", push.Headers["Content-Type"]));
    }

    [Theory]
    [InlineData(500, "500")]
    [InlineData(404, "no such route")]
    [InlineData(401, "x-verify-token")]
    [InlineData(302, "redirects")]
    [InlineData(405, "does not take POST")]
    [Shows("5.1.6")]
    public async Task Refusal_of_the_receiver_is_told_and_not_tried_again(int status, string cause)
    {
        await using var receiver = await WebhookReceiver.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);

        var push = (await workspace.CustomerWritesAsync())["push"]!;
        await workspace.AdvanceAsync("PT1H");

        Assert.Equal(("failed", status), ((string?)push["state"], (int)push["attempts"]![0]!["status"]!));
        Assert.Contains(cause, (string?)push["attempts"]![0]!["cause"], StringComparison.Ordinal);
        Assert.Equal(2, receiver.All.Count);
    }

    [Theory]
    [InlineData(Steps.Documented)]
    [InlineData(Steps.Production)]
    [Shows("5.1.8")]
    public async Task Inbound_message_whose_push_failed_is_FORWARD_ERR_and_logs_why(string fidelity)
    {
        await using var receiver = await WebhookReceiver.StartAsync(Refuse);
        var workspace = await server.InAsync(fidelity, receiver);
        var inbound = await workspace.CustomerWritesAsync();

        var row = (await workspace.TranscriptAsync(inbound["message"]!["session"]!))[0]!;

        Assert.Equal("FORWARD_ERR", (string?)row["status"]);
        Assert.Equal([(string)inbound["push"]!["attempts"]![0]!["cause"]!], row["logs"].Words());
    }

    [Fact]
    [Shows("5.1.8")]
    public async Task Failed_status_push_leaves_its_message_as_it_is()
    {
        await using var receiver = await WebhookReceiver.StartAsync(Refuse);
        var workspace = await server.InAsync(Steps.Production, receiver);
        await workspace.CustomerWritesAsync();

        var row = await workspace.RowOfAsync(TestWorkspace.Text());

        Assert.Equal(3, receiver.All.Count(push => push.Type == "statuses"));
        Assert.Equal(("READ", true), ((string?)row["status"], row["logs"] is null or JsonArray { Count: 0 }));
    }

    [Fact]
    [Shows("5.1.9")]
    public async Task Statuses_of_one_contact_arrive_in_order_even_under_load()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);
        await Task.WhenAll(Enumerable.Range(0, 60).Select(number => workspace.SendTextAsync($"+919876{5_000 + (number % 6)}")));
        await workspace.AdvanceAsync();

        Assert.Equal(180, receiver.All.Count);
        Assert.All(receiver.All.GroupBy(push => (string?)push.Item["id"]), pushes => Assert.Equal(["SENT", "DLVRD", "READ"], pushes.Select(push => push.Subject)));
    }

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
    [Shows("5.1.2", "5.1.10")]
    public async Task One_wrapper_carries_one_item_and_never_actions()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.InAsync(Steps.Documented, receiver);
        await workspace.CustomerWritesAsync();
        await workspace.SendTextAsync();
        await workspace.ActAsync("close", await workspace.SessionAsync());
        await workspace.AdvanceAsync();

        Assert.Equal(["events", "messages", "messages", "events", "statuses", "statuses", "statuses"], receiver.All.Select(push => push.Type));
        Assert.All(receiver.All, push =>
        {
            Assert.Equal(new[] { "contacts", "meta", push.Type, "type" }.Order(StringComparer.Ordinal), push.Body.AsObject().Select(property => property.Key).Order(StringComparer.Ordinal));
            Assert.Single(push.Body[push.Type]!.AsArray());
        });
    }

    [Fact]
    [Shows("5.1.4")]
    public async Task No_key_goes_with_a_push()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.InAsync(Steps.Documented, receiver);
        await workspace.CustomerWritesAsync();

        Assert.All(receiver.All, push => Assert.False(push.Headers.ContainsKey("x-api-key")));
        Assert.All(receiver.All, push => Assert.DoesNotContain(push.Headers.Values, value => value.Contains(workspace.Key!, StringComparison.Ordinal)));
    }

    [Fact]
    [Shows("5.1.5")]
    public void Patience_is_3_seconds_to_connect_and_5_to_read()
    {
        var options = new MockMessaging.Webhooks.WebhooksOptions();

        Assert.Equal((3_000, 5_000), (options.ConnectTimeoutMilliseconds, options.ReadTimeoutMilliseconds));
    }

    [Theory]
    [InlineData(200, "this is no JSON")]
    [InlineData(204, "")]
    [InlineData(299, "{}")]
    [Shows("5.1.6", "5.1.7")]
    public async Task Any_2xx_is_a_success_whatever_it_says(int status, string body)
    {
        await using var receiver = await WebhookReceiver.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return body.Length == 0 ? Task.CompletedTask : context.Response.WriteAsync(body);
        });
        var workspace = await server.InAsync(Steps.Documented, receiver);

        Assert.Equal("delivered", (string?)(await workspace.CustomerWritesAsync())["push"]!["state"]);
    }

    [Fact]
    [Shows("5.1.7")]
    public async Task Answer_that_asks_for_a_message_is_not_heard()
    {
        await using var receiver = await WebhookReceiver.StartAsync(context => context.Response.WriteAsync(TestWorkspace.Text(body: "Reply").ToJsonString()));
        var workspace = await server.InAsync(Steps.Documented, receiver);
        var session = await workspace.SessionAsync();

        Assert.Single(await workspace.MessagesAsync(session));
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

    private static Task Refuse(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        return Task.CompletedTask;
    }
}
