using Xunit;

namespace MockMessaging.Tests.Scenarios.Media;

/// <summary>The links of sent media, fetched as the provider does.</summary>
public sealed class OutboundFetchTests(MockServer server)
{
    [Fact]
    public async Task Found_file_is_described_and_the_message_goes_on()
    {
        await using var files = await FileHost.StartAsync(Fetching.SendAsync);
        var (workspace, own) = await Fetching.StartAsync();
        await using var _ = own;

        var message = await Fetching.SentAsync(workspace, files.Url + "/lamp.png");

        Assert.Equal(Fetching.UsualLadder, Fetching.Statuses(message));
        var found = Assert.Single(message["media"]!.AsArray())!;
        Assert.Equal(("found", 200, "image/png", Downloads.Pixel.Length), ((string?)found["state"], (int)found["httpStatus"]!, (string?)found["mimeType"], (int)found["bytes"]!));
        Assert.Null(found["error"]);
    }

    [Fact]
    public async Task File_of_this_server_can_be_sent()
    {
        var (workspace, own) = await Fetching.StartAsync();
        await using var _ = own;

        Assert.Equal("found", (string?)(await Fetching.SentAsync(workspace, (string)(await workspace.UploadAsync())["link"]!))["media"]![0]!["state"]);
    }

    [Fact]
    public async Task Redirects_are_followed_and_shown()
    {
        await using var files = await FileHost.StartAsync(Fetching.SendAsync);
        var (workspace, own) = await Fetching.StartAsync();
        await using var _ = own;

        var found = (await Fetching.SentAsync(workspace, files.Url + "/moved"))["media"]![0]!;

        Assert.Equal(("found", "image/png"), ((string?)found["state"], (string?)found["mimeType"]));
        Assert.Equal([files.Url + "/lamp.png"], found["redirects"]!.AsArray().Select(url => (string)url!));
    }

    [Theory]
    [InlineData("/missing", "failed with http code 404, status message Not Found", 404)]
    [InlineData("/round", "redirected more than 5 times", 302)]
    [InlineData("/large", "larger than 2048 bytes (Media:MaxFetchBytes)", 200)]
    [InlineData("/endless", "larger than 2048 bytes (Media:MaxFetchBytes)", 200)]
    [InlineData("/empty", "empty file", 200)]
    [InlineData("/cut", "closed the connection", 200)]
    [InlineData("/silent", "did not send the file within 1300 ms", null)]
    public async Task Link_without_a_file_fails_the_message_with_the_providers_code(string path, string reason, int? status)
    {
        await using var files = await FileHost.StartAsync(Fetching.SendAsync);
        await using var receiver = await WebhookReceiver.StartAsync();
        var (workspace, own) = await Fetching.StartAsync(("Media:MaxFetchBytes", "2048"), ("Webhooks:ReadTimeoutMilliseconds", path == "/silent" ? "300" : "20000"), ("Webhooks:ConnectTimeoutMilliseconds", path == "/silent" ? "1000" : "20000"));
        await using var _ = own;
        await workspace.RegisterWebhookAsync(receiver.Url);

        var message = await Fetching.SentAsync(workspace, files.Url + path);

        Assert.Equal(["FAILD"], Fetching.Statuses(message));
        Assert.Contains("Code:131053", message["logs"]!.AsArray().Select(line => (string?)line));
        var found = message["media"]![0]!;
        Assert.Equal("failed", (string?)found["state"]);

        // Whether the head of a response that is cut off arrives is up to the network.
        Assert.Equal(status, path == "/cut" ? status : (int?)found["httpStatus"]);
        Assert.Contains(reason, (string?)found["error"], StringComparison.Ordinal);
        var pushed = Assert.Single(receiver.All).Body["statuses"]![0]!;
        Assert.Equal(("FAILD", "131053", "Media upload error"), ((string?)pushed["status"], (string?)pushed["errors"]![0]!["code"], (string?)pushed["errors"]![0]!["title"]));
        Assert.Equal((string?)found["error"], (string?)pushed["errors"]![0]!["details"]);
    }

    [Theory]
    [InlineData("http://localhost:1/a.png", "Nothing listens at localhost:1")]
    [InlineData("ftp://localhost/a.png", "not an absolute http or https URL")]
    [InlineData("http://nowhere.invalid/a.png", "is not found")]
    public async Task Link_that_leads_nowhere_fails_the_message(string link, string reason)
    {
        var (workspace, own) = await Fetching.StartAsync();
        await using var _ = own;

        Assert.Contains(reason, (string?)(await Fetching.SentAsync(workspace, link))["media"]![0]!["error"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/lamp.png")]
    [InlineData("/moved")]
    public async Task Host_that_webhooks_may_not_have_is_not_called(string path)
    {
        await using var files = await FileHost.StartAsync(Fetching.SendAsync);
        await using var allowed = await FileHost.StartAsync(context =>
        {
            context.Response.Redirect(files.Url.Replace("127.0.0.1", "localhost", StringComparison.Ordinal) + path);
            return Task.CompletedTask;
        });
        var (workspace, own) = await Fetching.StartAsync(("Webhooks:AllowedTargets:0", "127.0.0.1"), ("Webhooks:AllowedTargets:1", "!localhost"));
        await using var _ = own;

        var found = (await Fetching.SentAsync(workspace, allowed.Url))["media"]![0]!;

        Assert.Contains("may not call 'localhost' (Webhooks:AllowedTargets)", (string?)found["error"], StringComparison.Ordinal);
        Assert.Equal((1, 0), (allowed.Requests, files.Requests));
    }

    [Fact]
    public async Task Nothing_is_fetched_unless_it_is_set()
    {
        await using var files = await FileHost.StartAsync(Fetching.SendAsync);
        var workspace = await server.NewWorkspaceAsync();

        var message = await Fetching.SentAsync(workspace, files.Url + "/missing");

        Assert.Equal(Fetching.UsualLadder, Fetching.Statuses(message));
        Assert.Null(message["media"]);
        Assert.Equal(0, files.Requests);
    }
}
