using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(MockMessaging.Tests.Page.Browser))]

namespace MockMessaging.Tests.Page;

/// <summary>
/// One Chromium for the whole run, started by the first test that needs it. The file is that of the environment variable CHROMIUM, or the
/// first of the usual names in the PATH. Without one, tests of the page are skipped; where CI is set, they fail.
/// </summary>
public sealed class Browser : IAsyncDisposable
{
    /// <summary>Only a test that fails waits so long.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "chrome"];

    private readonly Lazy<Task<(IPlaywright Playwright, IBrowser Browser)>> _started = new(StartAsync);

    /// <summary>A tab without memory of others.</summary>
    public async Task<IPage> NewTabAsync(ColorScheme scheme = ColorScheme.Light, int width = 1440, int height = 900)
    {
        var context = await (await _started.Value).Browser.NewContextAsync(new BrowserNewContextOptions
        {
            ColorScheme = scheme,
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new ViewportSize { Width = width, Height = height },
        });
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_started.IsValueCreated && _started.Value.IsCompletedSuccessfully)
        {
            var (playwright, browser) = await _started.Value;
            await browser.DisposeAsync();
            playwright.Dispose();
        }
    }

    private static async Task<(IPlaywright Playwright, IBrowser Browser)> StartAsync()
    {
        var path = Find();
        if (path is null)
        {
            const string Missing = "There is no Chromium: set CHROMIUM to its file, or install it (on Debian: apt-get install chromium).";
            Assert.SkipWhen(Environment.GetEnvironmentVariable("CI") is null or "", Missing);
            Assert.Fail(Missing);
        }

        var playwright = await Playwright.CreateAsync();
        playwright.Selectors.SetTestIdAttribute("data-test");
        Assertions.SetDefaultExpectTimeout((float)Patience.TotalMilliseconds);

        // Chromium's sandbox needs rights that containers do not give; only this server's own page is shown.
        return (playwright, await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Args = ["--no-sandbox"] }));
    }

    private static string? Find() =>
        Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } chosen
            ? chosen
            : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
                .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
                .FirstOrDefault(File.Exists);
}
