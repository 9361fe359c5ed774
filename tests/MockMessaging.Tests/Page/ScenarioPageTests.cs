using Xunit;
using static Microsoft.Playwright.Assertions;

namespace MockMessaging.Tests.Page;

/// <summary>Scenarios by the page.</summary>
public sealed class ScenarioPageTests(MockServer server, Browser browser)
{
    [Fact]
    public async Task A_built_in_scenario_is_chosen_and_loaded()
    {
        var workspace = await server.NewWorkspaceAsync();
        await using var user = await PageUser.OpenAsync(browser, server.BaseAddress, workspace.Key!, "setup/scenario");

        await user.Find("scenario-choice").SelectOptionAsync("order-bot");
        await Expect(user.Find("scenario-text")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("Where is my order"));
        await user.PressAsync("scenario-load");

        await user.SeesAsync("scenario-loaded", "customers 1");
        Assert.Single((await workspace.GetAsync("/_sandbox/outcomes")).Ok().Body!["rules"]!.AsArray());
    }

    [Fact]
    public async Task Each_problem_is_shown_with_line_and_column()
    {
        var workspace = await server.NewWorkspaceAsync();
        await using var user = await PageUser.OpenAsync(browser, server.BaseAddress, workspace.Key!, "setup/scenario");
        user.IsRefused = true;

        await user.Find("scenario-text").FillAsync("name: a\ncustmers: []\nclock: { mode: frozn }");
        await user.PressAsync("scenario-load");

        await user.SeesAsync("scenario-problem", "2:1");
        await user.SeesAsync("scenario-problem", "3:16");
        await user.Find("scenario-problem").First.ClickAsync();
        Assert.Equal(8, await user.Tab.EvaluateAsync<int>("document.querySelector('[data-test=scenario-text]').selectionStart"));
    }
}
