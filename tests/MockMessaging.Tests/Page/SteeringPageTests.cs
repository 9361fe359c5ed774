using System.Net;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace MockMessaging.Tests.Page;

/// <summary>Time, faults and resets by the page's switches.</summary>
public sealed class SteeringPageTests(MockServer server, Browser browser)
{
    [Fact]
    public async Task A_clock_that_is_frozen_moves_by_the_buttons()
    {
        var workspace = new TestWorkspace(server.BaseAddress, MockServer.NewKey());
        await using var user = await PageUser.OpenAsync(browser, server.BaseAddress, workspace.Key!);

        await user.PressAsync("clock-freeze");
        await Expect(user.Find("clock-freeze")).ToContainTextAsync("Run");
        var id = await workspace.SendTextAsync(phone: "+91 98765 40007");
        await user.SeesAsync("banner", "The clock is frozen");
        await user.PressAsync("clock-advance-5s");
        await user.Find("conversation").First.ClickAsync();
        await user.SeesStatusAsync(id, "SENT");
        await user.PressAsync("clock-advance-1h");
        await user.PressAsync("clock-idle");

        await user.SeesStatusAsync(id, "READ");
        await Expect(user.Find("clock-due")).ToContainTextAsync("nothing due");
    }

    [Fact]
    public async Task A_switch_waits_until_its_workspace_is_known()
    {
        var workspace = await server.NewWorkspaceAsync();
        await using var user = await PageUser.OpenAsync(browser, server.BaseAddress, workspace.Key!);
        var clock = user.Tab.Locator("clock-bar");
        await Expect(clock).Not.ToHaveAttributeAsync("inert", "");
        var reading = new TaskCompletionSource<IRoute>();
        await user.Tab.RouteAsync("**/_sandbox/workspace", route => reading.TrySetResult(route) ? Task.CompletedTask : route.ContinueAsync());

        await user.Tab.EvaluateAsync($"location.hash = '#/{MockServer.NewKey()}/chats'");
        var held = await reading.Task;
        await Expect(clock).ToHaveAttributeAsync("inert", "");
        await Expect(user.Find("fidelity")).ToHaveAttributeAsync("inert", "");

        await held.ContinueAsync();
        await user.PressAsync("clock-freeze");
        await Expect(user.Find("clock-freeze")).ToContainTextAsync("Run");
    }

    [Fact]
    public async Task A_fault_is_a_switch_with_a_countdown()
    {
        var workspace = await server.NewWorkspaceAsync();
        await using var user = await PageUser.OpenAsync(browser, server.BaseAddress, workspace.Key!, "setup/faults");
        var fault = user.Tab.Locator("[data-test=fault-switch][data-name='500-next-3']");
        var card = user.Tab.Locator("fault-switch", new PageLocatorOptions { Has = fault });

        await fault.ClickAsync();
        await Expect(card).ToContainTextAsync("3 left");
        (await workspace.PostAsync("/api/v1/message/send", TestWorkspace.Text())).Is(HttpStatusCode.InternalServerError);

        await Expect(card).ToContainTextAsync("2 left");
        await Expect(user.Find("armed")).ToContainTextAsync("1 fault");
        await fault.ClickAsync();
        await Expect(user.Find("armed")).ToContainTextAsync("nothing armed");
        await workspace.SendTextAsync();
    }

    [Fact]
    public async Task Provider_rules_are_enforced_by_a_button()
    {
        var workspace = await server.NewWorkspaceAsync();
        await using var user = await PageUser.OpenAsync(browser, server.BaseAddress, workspace.Key!, "setup/outcomes");

        await user.Find("rules-mode").GetByText("Enforce").ClickAsync();
        await Expect(user.Find("rules-mode")).ToContainTextAsync("fails with the provider");
        var id = await workspace.SendTextAsync(body: new string('a', 4_097));
        await workspace.AdvanceAsync();

        Assert.Equal("FAILD", (string?)(await workspace.MessageAsync(id))["status"]);
    }

    [Fact]
    public async Task Downloads_of_media_fail_by_the_form()
    {
        var workspace = await server.NewWorkspaceAsync();
        await using var user = await PageUser.OpenAsync(browser, server.BaseAddress, workspace.Key!, "setup/faults");

        await user.Tab.GetByText("Add another fault").ClickAsync();
        await user.Tab.GetByLabel("What it hits").SelectOptionAsync("media");
        await user.PressAsync("fault-add");
        await Expect(user.Find("armed")).ToContainTextAsync("1 fault");

        var fault = (await workspace.GetAsync("/_sandbox/faults")).Ok().Body!["faults"]![0]!;
        Assert.Equal((true, 503), ((bool?)fault["target"]!["media"], (int?)fault["effect"]!["status"]));
    }

    [Fact]
    public async Task A_reset_empties_the_page()
    {
        var workspace = await server.NewWorkspaceAsync();
        await workspace.SendTextAsync(body: "Soon forgotten");
        await using var user = await PageUser.OpenAsync(browser, server.BaseAddress, workspace.Key!);
        await user.SeesAsync("conversation", "Soon forgotten");

        await user.PressAsync("nav-setup");
        await user.PressAsync("setup-snapshots");
        await user.PressAsync("reset");
        await user.PressAsync("confirm");
        await user.PressAsync("nav-chats");

        await Expect(user.Find("conversation")).ToHaveCountAsync(0);
        Assert.Equal(0, (int)(await workspace.LookAsync())["messages"]!);
    }

    [Fact]
    public async Task Two_tabs_show_the_same()
    {
        var workspace = await server.NewWorkspaceAsync();
        await workspace.SendTextAsync(body: "To both");
        await using var first = await PageUser.OpenAsync(browser, server.BaseAddress, workspace.Key!);
        await using var second = await PageUser.OpenAsync(browser, server.BaseAddress, workspace.Key!);
        await first.OpenConversationAsync("To both");
        await second.OpenConversationAsync("To both");

        await first.Find("composer-text").FillAsync("Written in the first");
        await first.PressAsync("composer-send");

        await second.SeesAsync("bubble", "Written in the first");
    }

    [Fact]
    public async Task Another_key_shows_another_workspace()
    {
        var one = await server.NewWorkspaceAsync();
        var other = await server.NewWorkspaceAsync();
        await one.SendTextAsync(body: "In one");
        await other.SendTextAsync(body: "In the other");
        await using var user = await PageUser.OpenAsync(browser, server.BaseAddress, one.Key!);
        await user.SeesAsync("conversation", "In one");

        await user.PressAsync("key");
        await user.Find("key-input").FillAsync(other.Key!);
        await user.PressAsync("key-open");

        await user.SeesAsync("conversation", "In the other");
        await Expect(user.Find("conversation").Filter(new LocatorFilterOptions { HasText = "In one" })).ToHaveCountAsync(0);
    }
}
