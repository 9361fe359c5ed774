using System.Net;
using Microsoft.Playwright;
using Xunit;

namespace MockMessaging.Tests.Page;

/// <summary>Who may open the page, and what it does when the server goes away.</summary>
public sealed class AccessPageTests(Browser browser)
{
    private static readonly HttpClient Client = new();

    [Fact]
    public async Task The_token_is_asked_for_first()
    {
        await using var server = await MockServer.StartAsync(options => options.Control.Token = "secret-token", TestWorkspace.Cancelled);
        var workspace = new TestWorkspace(server.BaseAddress, "mine");
        await workspace.SendTextAsync(body: "Behind the token");
        await using var user = await PageUser.OpenAsync(browser, server.BaseAddress, "mine");

        await user.Find("token-input").FillAsync("secret-token");
        await user.PressAsync("access-submit");

        await user.SeesAsync("conversation", "Behind the token");
        Assert.DoesNotContain("secret-token", user.Tab.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restricted_key_is_asked_for_and_stays_out_of_the_address()
    {
        await using var server = await MockServer.StartAsync(("Auth:Keys:0", "restricted-key"), ("Control:Token", "secret-token"));
        var workspace = new TestWorkspace(server.BaseAddress, "restricted-key");
        await workspace.SendTextAsync(body: "Behind the key");
        await using var user = await PageUser.OpenAsync(browser, server.BaseAddress, "~");

        await user.Find("token-input").FillAsync("secret-token");
        await user.Tab.GetByRole(AriaRole.Dialog).GetByTestId("access-key").FillAsync("restricted-key");
        await user.PressAsync("access-submit");

        await user.SeesAsync("conversation", "Behind the key");
        Assert.DoesNotContain("restricted-key", user.Tab.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_goes_on_after_a_restart_of_the_server()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var file = Path.Combine(folder.FullName, "data.db");
            await using var user = await StartAndLookAsync(file);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Without_control_plane_there_is_no_page()
    {
        await using var server = await MockServer.StartAsync(options => options.Control.Enabled = false, TestWorkspace.Cancelled);
        using var request = new HttpRequestMessage(HttpMethod.Get, server.BaseAddress) { Headers = { { "Accept", "text/html" } } };

        using var response = await Client.SendAsync(request, TestWorkspace.Cancelled);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private async Task<PageUser> StartAndLookAsync(string file)
    {
        PageUser user;
        var port = FreePorts.Take();
        await using (var server = await StartAsync(file, port))
        {
            await new TestWorkspace(server.BaseAddress, "mine").SendTextAsync(body: "Before the restart");
            user = await PageUser.OpenAsync(browser, server.BaseAddress, "mine");
            user.LosesServer = true;
            await user.SeesAsync("conversation", "Before the restart");
        }

        await user.SeesAsync("banner", "cannot be reached");
        await using (var again = await StartAsync(file, port))
        {
            await new TestWorkspace(again.BaseAddress, "mine").SendTextAsync(phone: "+91 98765 11111", body: "After the restart");
            await user.SeesAsync("conversation", "After the restart");
            await user.SeesAsync("conversation", "Before the restart");
            return user;
        }
    }

    private static Task<InProcessServer> StartAsync(string file, int port) => MockServer.StartAsync(
        options => (options.Storage.Path, options.Port) = (file, port), TestWorkspace.Cancelled);
}
