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
}
