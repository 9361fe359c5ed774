using Xunit;

namespace MockMessaging.Tests.Scenarios;

/// <summary>Receivers that Webhooks:AllowedTargets forbids are never connected to, however their URL is written.</summary>
public sealed class DeniedTargetsTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.1")]
    [InlineData("2130706433")]
    [InlineData("0x7f.0.0.1")]
    [InlineData("0177.0.0.1")]
    [InlineData("localhost")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("[::ffff:7f00:1]")]
    [InlineData("0.0.0.0")]
    [InlineData("127。0。0。1")]
    public async Task Private_address_is_found_out_in_every_form(string host)
    {
        await using var receiver = new WireListener();
        await using var server = await MockServer.StartAsync(("Webhooks:AllowedTargets:0", "public"));
        var workspace = new TestWorkspace(server.BaseAddress, "mine");
        await workspace.RegisterWebhookAsync($"http://{host}:{receiver.Port}/hook");

        var check = (await workspace.CallAsync(HttpMethod.Post, "/_sandbox/webhooks/check", null)).Ok().Body!;
        var push = (await workspace.CustomerWritesAsync())["push"]!;

        foreach (var cause in new[] { (string?)check["cause"], (string?)push["attempts"]![0]!["cause"] })
        {
            Assert.StartsWith("This server may not call '", cause, StringComparison.Ordinal);
            Assert.Contains("Webhooks:AllowedTargets", cause, StringComparison.Ordinal);
        }

        Assert.Equal(0, receiver.Connections);
    }

    [Fact]
    public async Task Allowed_name_is_called_and_a_redirect_is_not_followed()
    {
        await using var inside = new WireListener();
        await using var receiver = await WebhookReceiver.StartAsync(context =>
        {
            context.Response.Redirect(inside.Url);
            return Task.CompletedTask;
        });
        await using var server = await MockServer.StartAsync(("Webhooks:AllowedTargets:0", "public"), ("Webhooks:AllowedTargets:1", "localhost"));
        var workspace = new TestWorkspace(server.BaseAddress, "mine");
        await workspace.RegisterWebhookAsync(receiver.Url.Replace("127.0.0.1", "localhost", StringComparison.Ordinal));

        Assert.Equal(302, (int)(await workspace.CustomerWritesAsync())["push"]!["attempts"]![0]!["status"]!);
        Assert.Equal(0, inside.Connections);
    }

    [Fact]
    public async Task Question_who_a_contact_is_goes_the_same_way()
    {
        await using var receiver = new WireListener();
        await using var server = await MockServer.StartAsync(("Webhooks:AllowedTargets:0", "!127.0.0.0/8"), ("Webhooks:ContactInfoUrl", receiver.Url));
        var workspace = new TestWorkspace(server.BaseAddress, "mine");
        await workspace.CustomerWritesAsync();
        await workspace.GetAsync("/_sandbox/wait/idle");

        var push = Assert.Single(await workspace.PushesAsync("?type=contactinfo"))!;

        Assert.Contains("Webhooks:AllowedTargets", (string?)push["attempts"]![0]!["cause"], StringComparison.Ordinal);
        Assert.Equal(0, receiver.Connections);
    }

    [Theory]
    [InlineData("ftp://localhost/")]
    [InlineData("/info")]
    [InlineData("http://localhost:0/")]
    public async Task Wrong_ContactInfoUrl_stops_the_start(string url)
    {
        var refusal = await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(() => MockServer.StartAsync(("Webhooks:ContactInfoUrl", url)));

        Assert.StartsWith("Webhooks:ContactInfoUrl: The URL ", Assert.Single(refusal.Failures), StringComparison.Ordinal);
    }
}
