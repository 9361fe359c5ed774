using System.Text.Json.Nodes;
using Microsoft.Playwright;
using MockMessaging.Seeding;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace MockMessaging.Tests.Page;

public sealed class ChatsPageTests(MockServer server, Browser browser)
{
    [Fact]
    public async Task A_message_that_is_sent_appears_and_its_ticks_follow_the_clock()
    {
        var workspace = await server.NewWorkspaceAsync();
        await using var user = await PageUser.OpenAsync(browser, server.BaseAddress, workspace.Key!);

        var id = await workspace.SendTextAsync(body: "Your order is on its way");
        await user.OpenConversationAsync("Your order is on its way");

        await user.SeesAsync("bubble", "Your order is on its way");
        await workspace.AdvanceAsync("PT0.5S");
        await user.SeesStatusAsync(id, "DLVRD");
        await user.PressAsync("clock-advance-5s");
        await user.SeesStatusAsync(id, "READ");
    }

    [Fact]
    public async Task What_is_written_as_the_customer_arrives_at_the_webhook()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);
        await workspace.SendTextAsync(body: "How can we help?");
        await using var user = await PageUser.OpenAsync(browser, server.BaseAddress, workspace.Key!);
        await user.OpenConversationAsync("How can we help?");

        await user.Find("composer-text").FillAsync("Where is my order? 📦");
        await user.PressAsync("composer-send");

        await user.SeesAsync("bubble", "Where is my order? 📦");
        var push = await receiver.NextAsync();
        Assert.Equal("Where is my order? 📦", (string?)push.Body["messages"]![0]!["text"]!["body"]);
        await user.PressAsync("calls");
        await user.SeesAsync("call", "/_sandbox/inbound");
    }

    [Theory]
    [InlineData("""{"image":{"caption":"My lamp"}}""")]
    [InlineData("""{"sticker":{"caption":"My lamp"}}""")]
    public async Task A_picture_of_a_customer_is_shown(string message)
    {
        var workspace = await server.NewWorkspaceAsync();
        await workspace.CustomerWritesAsync(JsonNode.Parse(message));
        await using var user = await PageUser.OpenAsync(browser, server.BaseAddress, workspace.Key!);

        await user.OpenConversationAsync("My lamp");

        await Expect(user.Find("bubble").Locator("img")).ToHaveJSPropertyAsync("naturalWidth", 64);
    }

    [Fact]
    public async Task A_button_that_the_customer_presses_is_a_reply()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);
        await workspace.SendAsync(JsonNode.Parse(Fixtures.Request("message-send-buttons"))!);
        await using var user = await PageUser.OpenAsync(browser, server.BaseAddress, workspace.Key!);
        await user.Find("conversation").First.ClickAsync();

        var button = user.Find("press").First;
        var label = (await button.InnerTextAsync()).Trim();
        await button.ClickAsync();

        await user.SeesAsync("bubble", label);
        Assert.NotNull((await receiver.NextAsync()).Body["messages"]![0]!["form"]);
    }

    [Fact]
    public async Task Text_of_others_is_shown_as_text()
    {
        var workspace = await server.NewWorkspaceAsync();
        await using var user = await PageUser.OpenAsync(browser, server.BaseAddress, workspace.Key!);
        const string Attack = "<img src=x onerror=\"document.title='broken'\"><script>document.title='broken'</script>";

        await workspace.SendTextAsync(body: Attack);
        await user.OpenConversationAsync("<img");

        await user.SeesAsync("bubble", Attack);
        Assert.DoesNotContain("broken", await user.Tab.TitleAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_message_says_why()
    {
        var workspace = await server.NewWorkspaceAsync();
        var id = await workspace.SendTextAsync(phone: "+91 98765 40003");
        await workspace.AdvanceAsync();
        await using var user = await PageUser.OpenAsync(browser, server.BaseAddress, workspace.Key!);
        await user.Find("conversation").First.ClickAsync();

        await user.SeesStatusAsync(id, "FAILD");
        await Expect(user.Bubble(id).GetByTestId("reason")).ToContainTextAsync("131026");
    }

    [Fact]
    public async Task A_long_conversation_opens_at_its_end_with_few_of_its_messages()
    {
        var workspace = await server.NewWorkspaceAsync();
        for (var sent = 0; sent < 300; sent++)
        {
            await workspace.SendTextAsync(body: $"Number {sent}");
        }

        await using var user = await PageUser.OpenAsync(browser, server.BaseAddress, workspace.Key!);
        await user.Find("conversation").First.ClickAsync();

        await user.SeesAsync("bubble", "Number 299");
        Assert.InRange(await user.Find("bubble").CountAsync(), 1, 250);
        await Expect(user.Find("bubble").Filter(new LocatorFilterOptions { HasText = "Number 299" })).ToBeInViewportAsync();
    }
}
