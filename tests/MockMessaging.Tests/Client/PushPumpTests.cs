using Microsoft.AspNetCore.Http;
using MockMessaging.Client;
using Xunit;

namespace MockMessaging.Tests.Client;

/// <summary>Pushes into an app that nobody can reach from outside.</summary>
public sealed class PushPumpTests(MockServer server)
{
    private readonly SandboxWorkspace _workspace = new(server.BaseAddress, MockServer.NewKey());

    private static CancellationToken Cancelled => TestWorkspace.Cancelled;

    [Fact]
    public async Task App_without_a_webhook_gets_every_push_once_and_in_order()
    {
        await using var app = await WebhookReceiver.StartAsync(context => context.Response.WriteAsync("thanks"));
        using var client = ClientOf(app);
        await _workspace.Clock.FreezeAsync(cancellationToken: Cancelled);
        await using var pump = _workspace.PumpPushesTo(client, "/hook");
        await _workspace.Messages.SendAsync(Some.Text(), Cancelled);
        await _workspace.Clock.AdvanceAsync(TimeSpan.FromMilliseconds(300), Cancelled);

        var first = await pump.DeliverAsync(Cancelled);
        await _workspace.Clock.AdvanceAsync(TimeSpan.FromSeconds(5), Cancelled);
        await _workspace.Inbound.SendAsync(TestWorkspace.Phone, "Thanks", cancellationToken: Cancelled);
        var second = await pump.DeliverAsync(Cancelled);

        Assert.Equal(["SENT", "DLVRD"], first.Select(posted => posted.Push.Subject));
        Assert.Equal(["READ", "text"], second.Select(posted => posted.Push.Subject));
        Assert.All(first, posted => Assert.Equal((true, "thanks"), (posted.Succeeded, posted.Answer)));
        Assert.Empty(await pump.DeliverAsync(Cancelled));
        Assert.Equal(["SENT", "DLVRD", "READ", "text"], app.Subjects);
        Assert.Equal(4, pump.Posted.Count);
    }

    [Fact]
    public async Task Posted_push_is_what_the_webhook_gets()
    {
        await using var registered = await WebhookReceiver.StartAsync();
        await using var app = await WebhookReceiver.StartAsync();
        using var client = ClientOf(app);
        await _workspace.RegisterWebhookAsync(registered.Url, Cancelled);
        await _workspace.Inbound.SendAsync("+919988776655", "Größe <M> für \"Ä\" 😀?", cancellationToken: Cancelled);
        await _workspace.Pushes.ListAsync(cancellationToken: Cancelled);
        await using var pump = _workspace.PumpPushesTo(client, "/hook");

        await pump.DeliverAsync(Cancelled);

        var (expected, actual) = (registered.All.Select(Told).Order(StringComparer.Ordinal), app.All.Select(Told).Order(StringComparer.Ordinal));
        Assert.NotEmpty(expected);
        Assert.Equal(expected, actual);

        static string Told(Received push) => push.Body.ToJsonString() + string.Join('\n', push.Headers.Where(header => header.Key is not "Host").OrderBy(header => header.Key, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Answer_of_the_app_is_told_and_the_next_push_follows()
    {
        await using var app = await WebhookReceiver.StartAsync(context =>
        {
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            return Task.CompletedTask;
        });
        using var client = ClientOf(app);
        await _workspace.Inbound.SendAsync(cancellationToken: Cancelled);
        await _workspace.Inbound.SendAsync(cancellationToken: Cancelled);
        await using var pump = _workspace.PumpPushesTo(client, "/hook");

        var posted = await pump.DeliverAsync(Cancelled);

        Assert.True(posted.Count >= 2);
        Assert.All(posted, push => Assert.Equal((false, 500), (push.Succeeded, (int?)push.Status)));
    }

    [Fact]
    public async Task What_the_app_throws_is_told()
    {
        using var client = new HttpClient(new Throwing()) { BaseAddress = new Uri("http://app.invalid") };
        await _workspace.Inbound.SendAsync(cancellationToken: Cancelled);
        await using var pump = _workspace.PumpPushesTo(client, "/hook");

        var posted = await pump.DeliverAsync(Cancelled);

        Assert.All(posted, push => Assert.IsType<NotSupportedException>(push.Failure));
        Assert.NotEmpty(posted);
    }

    [Fact]
    public async Task Pump_that_is_started_posts_what_comes_until_it_is_disposed_of()
    {
        await using var app = await WebhookReceiver.StartAsync();
        using var client = ClientOf(app);
        await using (_workspace.PumpPushesTo(client, "/hook").Start())
        {
            await _workspace.Inbound.SendAsync(TestWorkspace.Phone, "One", cancellationToken: Cancelled);
            await ArrivedAsync("One");
            await _workspace.ResetAsync(Cancelled);
            await _workspace.Inbound.SendAsync(TestWorkspace.Phone, "Two", cancellationToken: Cancelled);
            await ArrivedAsync("Two");
        }

        await _workspace.Inbound.SendAsync(TestWorkspace.Phone, "Three", cancellationToken: Cancelled);
        Assert.Equal(["One", "Two"], app.All.Where(push => push.Type == "messages").Select(push => (string?)push.Item["text"]!["body"]));

        async Task ArrivedAsync(string text)
        {
            while ((await app.NextAsync()) is var push && (push.Type != "messages" || (string?)push.Item["text"]!["body"] != text))
            {
            }
        }
    }

    [Fact]
    public async Task Pushes_after_a_reset_are_posted_too()
    {
        await using var app = await WebhookReceiver.StartAsync();
        using var client = ClientOf(app);
        await using var pump = _workspace.PumpPushesTo(client, "/hook");
        await _workspace.Inbound.SendAsync(cancellationToken: Cancelled);
        await pump.DeliverAsync(Cancelled);
        var before = pump.Posted.Count;

        await _workspace.ResetAsync(Cancelled);
        await _workspace.Inbound.SendAsync(cancellationToken: Cancelled);
        await _workspace.Inbound.SendAsync(cancellationToken: Cancelled);
        await _workspace.Inbound.SendAsync(cancellationToken: Cancelled);

        Assert.Equal((await _workspace.Pushes.OutboxAsync(cancellationToken: Cancelled)).Pushes.Select(push => push.Id), (await pump.DeliverAsync(Cancelled)).Select(posted => posted.Push.Id));
        Assert.True(before > 0);
    }

    [Fact]
    public async Task Forgotten_pushes_are_not_passed_over_in_silence()
    {
        await using var small = await MockServer.StartAsync(options => options.Limits.PushesKept = 10, Cancelled);
        using var client = new HttpClient(new Throwing()) { BaseAddress = new Uri("http://app.invalid") };
        await using var pump = small.Workspace.PumpPushesTo(client, "/hook");
        for (var number = 0; number < 11; number++)
        {
            await small.Workspace.Inbound.SendAsync(cancellationToken: Cancelled);
        }

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => pump.DeliverAsync(Cancelled));

        Assert.Contains("Limits:PushesKept", refusal.Message, StringComparison.Ordinal);
        Assert.Equal((await small.Workspace.Pushes.OutboxAsync(cancellationToken: Cancelled)).Pushes.Count, (await pump.DeliverAsync(Cancelled)).Count);
    }

    private static HttpClient ClientOf(WebhookReceiver app) => new() { BaseAddress = new Uri(app.Url) };

    private sealed class Throwing : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
