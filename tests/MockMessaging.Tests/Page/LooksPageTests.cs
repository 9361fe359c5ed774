using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace MockMessaging.Tests.Page;

/// <summary>Every view, in light and dark, wide and narrow: for people who use a screen reader, and for those with a small screen.</summary>
public sealed class LooksPageTests(MockServer server, Browser browser)
{
    private static readonly string[] Views =
        ["chats", "timeline", "webhooks", "requests", "setup/channels", "setup/webhook", "setup/outcomes", "setup/faults", "setup/customers", "setup/snapshots"];

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task No_view_has_a_serious_barrier(ColorScheme scheme)
    {
        await using var user = await OpenAsync(scheme, 1440);

        foreach (var view in Views)
        {
            await ShowAsync(user, view);
            var found = await user.Tab.RunAxe();
            Assert.Equal("", string.Join('\n', found.Violations.Where(rule => rule.Impact is "serious" or "critical").Select(rule => Said(view, rule))));
        }
    }

    [Fact]
    public async Task No_view_scrolls_sideways_on_a_narrow_screen()
    {
        await using var user = await OpenAsync(ColorScheme.Light, 360);

        foreach (var view in Views)
        {
            await ShowAsync(user, view);
            Assert.InRange(await user.Tab.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, 360);
        }
    }

    /// <summary>Else a page that stays open for a day would get slower with each look at a view.</summary>
    [Fact]
    public async Task View_that_is_left_leaves_no_timer_running()
    {
        const string Count = """
            const { setInterval: begin, clearInterval: end } = window;
            window.running = new Set();
            window.setInterval = (...given) => {
              const timer = begin(...given);
              running.add(timer);
              return timer;
            };
            window.clearInterval = timer => {
              running.delete(timer);
              end(timer);
            };
            """;
        await using var user = await OpenAsync(ColorScheme.Light, 1440);
        await user.Tab.AddInitScriptAsync(Count);
        await user.Tab.ReloadAsync();
        await ShowAsync(user, Views[0]);
        var atFirst = await user.Tab.EvaluateAsync<int>("running.size");

        foreach (var view in Views.Skip(1).Append(Views[0]))
        {
            await ShowAsync(user, view);
        }

        Assert.InRange(atFirst, 1, 10);
        Assert.Equal(atFirst, await user.Tab.EvaluateAsync<int>("running.size"));
    }

    private static async Task ShowAsync(PageUser user, string view)
    {
        await user.Tab.EvaluateAsync("view => location.hash = location.hash.split('/').slice(0, 2).concat(view).join('/')", view);
        await Expect(user.Tab.Locator($"{view.Split('/')[0]}-view")).ToBeVisibleAsync();
    }

    private async Task<PageUser> OpenAsync(ColorScheme scheme, int width)
    {
        var workspace = await server.NewWorkspaceWithExamplesAsync();
        await workspace.SendTextAsync(body: "مرحبا, hello 📦");
        await workspace.SendTextAsync(phone: "+91 98765 40003");
        await workspace.AdvanceAsync();
        return await PageUser.OpenAsync(browser, server.BaseAddress, workspace.Key!, Views[0], scheme, width);
    }

    private static string Said(string view, AxeResultItem rule) => $"{view}, {rule.Id}: {rule.Help} at {string.Join(" and ", rule.Nodes.Take(5).Select(node => node.Html))}";
}
