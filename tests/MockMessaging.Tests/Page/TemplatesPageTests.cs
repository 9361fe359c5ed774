using Xunit;
using static Microsoft.Playwright.Assertions;

namespace MockMessaging.Tests.Page;

/// <summary>Channels and templates on the page, and the provider's word on a template.</summary>
public sealed class TemplatesPageTests(MockServer server, Browser browser)
{
    [Fact]
    public async Task Template_is_rejected_and_approved_by_its_buttons()
    {
        var workspace = await server.NewWorkspaceAsync();
        await using var user = await PageUser.OpenAsync(browser, server.BaseAddress, workspace.Key!, "setup/channels");
        (await workspace.CallAsync(HttpMethod.Put, "/_sandbox/channels/wa360:15550001111", """{"name":"Orders"}""")).Ok();
        (await workspace.CallAsync(HttpMethod.Put, "/_sandbox/templates/ready", """
            {"code":"READY","body":"Your order is ready.","status":"pending","approved":[{"channelId":"wa360:15550001111"}]}
            """)).Ok();
        var card = user.Tab.Locator("[data-test=template][data-id=ready]");
        var approval = card.GetByTestId("approval");
        await user.SeesAsync("channel", "Orders");
        await Expect(approval).ToContainTextAsync("pending");

        await card.GetByTestId("template-rejected").ClickAsync();
        await Expect(approval).ToContainTextAsync("rejected");
        await card.GetByTestId("template-paused").ClickAsync();
        await Expect(approval).ToContainTextAsync("paused");
        await card.GetByTestId("template-approved").ClickAsync();

        await Expect(approval).ToContainTextAsync("approved");
        await Expect(card.GetByTestId("template-approved")).ToHaveAttributeAsync("aria-pressed", "true");
        await user.PressAsync("calls");
        await user.SeesAsync("call", "/_sandbox/templates/ready");
    }
}
