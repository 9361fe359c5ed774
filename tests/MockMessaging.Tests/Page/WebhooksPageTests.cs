using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace MockMessaging.Tests.Page;

/// <summary>Why a webhook did not arrive, and what each request caused.</summary>
public sealed class WebhooksPageTests(MockServer server, Browser browser)
{
    private const string DeadUrl = "http://127.0.0.1:9/hook";

    [Fact]
    public async Task A_dead_receiver_is_named_without_a_click()
    {
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(DeadUrl);
        await workspace.SendTextAsync();
        await workspace.AdvanceAsync();

        await using var user = await PageUser.OpenAsync(browser, server.BaseAddress, workspace.Key!, "webhooks");

        await user.SeesAsync("banner", "Nothing listens at 127.0.0.1:9");
        await user.SeesAsync("failure", "127.0.0.1:9");
    }

    [Fact]
    public async Task Without_a_webhook_the_banner_leads_to_registering_one()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.NewWorkspaceAsync();
        await using var user = await PageUser.OpenAsync(browser, server.BaseAddress, workspace.Key!);

        await user.SeesAsync("banner", "No webhook is registered");
        await user.Find("banner").GetByRole(AriaRole.Link).ClickAsync();
        await user.Find("webhook-url").First.FillAsync(receiver.Url);
        await user.Find("webhook-save").First.ClickAsync();
        await Expect(user.Find("banner").Filter(new LocatorFilterOptions { HasText = "No webhook" })).ToHaveCountAsync(0);

        await workspace.CustomerWritesAsync();
        Assert.Equal(["SESSION_ROUTED", "text"], [(await receiver.NextAsync()).Subject, (await receiver.NextAsync()).Subject]);
    }

    [Fact]
    public async Task A_signing_secret_is_set_and_removed()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);
        await using var user = await PageUser.OpenAsync(browser, server.BaseAddress, workspace.Key!, "setup/webhook");

        await user.SeesAsync("signing", "Pushes are not signed");
        await user.Find("signing-secret").FillAsync("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        await user.PressAsync("signing-save");
        await user.SeesAsync("signing", "Pushes are signed (whsec_***)");
        await workspace.CustomerWritesAsync();
        await user.PressAsync("signing-remove");
        await user.SeesAsync("signing", "Pushes are not signed");

        Assert.StartsWith("v1,", (await receiver.NextAsync()).Headers["webhook-signature"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_push_shows_its_bytes_and_is_replayed()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);
        await workspace.CustomerWritesAsync();
        await receiver.NextAsync();
        await using var user = await PageUser.OpenAsync(browser, server.BaseAddress, workspace.Key!, "webhooks");

        await user.Find("push").First.Locator("summary").ClickAsync();
        await Expect(user.Find("push").First).ToContainTextAsync("x-sandbox-push-id");
        await user.Find("replay").First.ClickAsync();

        Assert.Equal("text", (await receiver.NextAsync()).Subject);
        await Expect(user.Find("push")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task A_timeline_goes_from_the_request_to_what_is_still_due()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);
        var id = await workspace.SendTextAsync(phone: "+91 98765 40007");
        await workspace.AdvanceAsync();

        await using var user = await PageUser.OpenAsync(browser, server.BaseAddress, workspace.Key!, "timeline/" + id);

        await user.SeesAsync("timeline-row", "POST /api/v1/message/send");
        await user.SeesAsync("timeline-row", "SENT");
        await user.SeesAsync("timeline-row", "in 60 min");
    }

    [Fact]
    public async Task Requests_appear_as_they_come_and_open_with_their_response()
    {
        var workspace = await server.NewWorkspaceAsync();
        await using var user = await PageUser.OpenAsync(browser, server.BaseAddress, workspace.Key!, "requests");

        var id = await workspace.SendTextAsync();

        await user.SeesAsync("request", "/api/v1/message/send");
        await user.Find("request").First.Locator("summary").ClickAsync();
        await Expect(user.Find("request").First).ToContainTextAsync(id);
        await Expect(user.Find("request").First).Not.ToContainTextAsync(workspace.Key!);
    }
}
