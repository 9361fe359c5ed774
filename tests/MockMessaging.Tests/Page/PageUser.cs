using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace MockMessaging.Tests.Page;

/// <summary>Somebody who looks at the page in a tab. When done, the page must have reported no error.</summary>
public sealed class PageUser : IAsyncDisposable
{
    private readonly List<string> _errors = [];

    private PageUser(IPage tab)
    {
        Tab = tab;
        tab.Console += (_, line) => Note(line.Type == "error" ? $"{line.Text} {line.Location}" : null);
        tab.PageError += (_, error) => Note(error);
    }

    public IPage Tab { get; }

    /// <summary>True if the server goes away on purpose: the browser reports each request that fails meanwhile.</summary>
    public bool LosesServer { get; set; }

    /// <summary>True if a call is refused on purpose: the browser reports that, too.</summary>
    public bool IsRefused { get; set; }

    /// <summary>What the browser reported so far.</summary>
    public IReadOnlyList<string> Errors
    {
        get
        {
            lock (_errors)
            {
                return [.. _errors];
            }
        }
    }

    public static async Task<PageUser> OpenAsync(Browser browser, Uri server, string key, string view = "chats", ColorScheme scheme = ColorScheme.Light, int width = 1440)
    {
        var user = new PageUser(await browser.NewTabAsync(scheme, width));
        await user.Tab.GotoAsync(new Uri(server, $"/#/{key}/{view}").ToString());
        return user;
    }

    /// <summary>What a test touches carries its name in <c>data-test</c>.</summary>
    public ILocator Find(string name) => Tab.GetByTestId(name);

    public ILocator Bubble(string messageId) => Tab.Locator($"[data-test=bubble][data-id=\"{messageId}\"]");

    public Task PressAsync(string name) => Find(name).ClickAsync();

    public Task SeesAsync(string name, string text) => Expect(Find(name).Filter(new LocatorFilterOptions { HasText = text }).First).ToBeVisibleAsync();

    public Task SeesStatusAsync(string messageId, string status) => Expect(Bubble(messageId)).ToHaveAttributeAsync("data-status", status);

    public async Task OpenConversationAsync(string name) =>
        await Find("conversation").Filter(new LocatorFilterOptions { HasText = name }).First.ClickAsync();

    public async ValueTask DisposeAsync()
    {
        await Tab.Context.DisposeAsync();
        Assert.Equal("", string.Join(Environment.NewLine, Errors));
    }

    private void Note(string? error)
    {
        if (error is not null && !(LosesServer && error.Contains("net::ERR", StringComparison.Ordinal)) && !(IsRefused && error.Contains("status of 400", StringComparison.Ordinal)))
        {
            lock (_errors)
            {
                _errors.Add(error);
            }
        }
    }
}
