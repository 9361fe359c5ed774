using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace MockMessaging.Tests.Scenarios.Media;

/// <summary>The links of sent media, fetched as the provider does.</summary>
public sealed class OutboundFetchTests(MockServer server)
{
    private static readonly string[] UsualLadder = ["SENT", "DLVRD", "READ"];

    [Fact]
    public async Task Found_file_is_described_and_the_message_goes_on()
    {
        await using var files = await FileHost.StartAsync(SendAsync);
        var (workspace, own) = await StartAsync();
        await using var _ = own;

        var message = await SentAsync(workspace, files.Url + "/lamp.png");

        Assert.Equal(UsualLadder, Statuses(message));
        var found = Assert.Single(message["media"]!.AsArray())!;
        Assert.Equal(("found", 200, "image/png", Downloads.Pixel.Length), ((string?)found["state"], (int)found["httpStatus"]!, (string?)found["mimeType"], (int)found["bytes"]!));
        Assert.Null(found["error"]);
    }

    [Fact]
    public async Task File_of_this_server_can_be_sent()
    {
        var (workspace, own) = await StartAsync();
        await using var _ = own;

        Assert.Equal("found", (string?)(await SentAsync(workspace, (string)(await workspace.UploadAsync())["link"]!))["media"]![0]!["state"]);
    }

    [Fact]
    public async Task Redirects_are_followed_and_shown()
    {
        await using var files = await FileHost.StartAsync(SendAsync);
        var (workspace, own) = await StartAsync();
        await using var _ = own;

        var found = (await SentAsync(workspace, files.Url + "/moved"))["media"]![0]!;

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
        await using var files = await FileHost.StartAsync(SendAsync);
        await using var receiver = await WebhookReceiver.StartAsync();
        var (workspace, own) = await StartAsync(("Media:MaxFetchBytes", "2048"), ("Webhooks:ReadTimeoutMilliseconds", path == "/silent" ? "300" : "20000"), ("Webhooks:ConnectTimeoutMilliseconds", path == "/silent" ? "1000" : "20000"));
        await using var _ = own;
        await workspace.RegisterWebhookAsync(receiver.Url);

        var message = await SentAsync(workspace, files.Url + path);

        Assert.Equal(["FAILD"], Statuses(message));
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
        var (workspace, own) = await StartAsync();
        await using var _ = own;

        Assert.Contains(reason, (string?)(await SentAsync(workspace, link))["media"]![0]!["error"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/lamp.png")]
    [InlineData("/moved")]
    public async Task Host_that_webhooks_may_not_have_is_not_called(string path)
    {
        await using var files = await FileHost.StartAsync(SendAsync);
        await using var allowed = await FileHost.StartAsync(context =>
        {
            context.Response.Redirect(files.Url.Replace("127.0.0.1", "localhost", StringComparison.Ordinal) + path);
            return Task.CompletedTask;
        });
        var (workspace, own) = await StartAsync(("Webhooks:AllowedTargets:0", "127.0.0.1"), ("Webhooks:AllowedTargets:1", "!localhost"));
        await using var _ = own;

        var found = (await SentAsync(workspace, allowed.Url))["media"]![0]!;

        Assert.Contains("may not call 'localhost' (Webhooks:AllowedTargets)", (string?)found["error"], StringComparison.Ordinal);
        Assert.Equal((1, 0), (allowed.Requests, files.Requests));
    }

    [Fact]
    public async Task Nothing_is_fetched_unless_it_is_set()
    {
        await using var files = await FileHost.StartAsync(SendAsync);
        var workspace = await server.NewWorkspaceAsync();

        var message = await SentAsync(workspace, files.Url + "/missing");

        Assert.Equal(UsualLadder, Statuses(message));
        Assert.Null(message["media"]);
        Assert.Equal(0, files.Requests);
    }

    [Fact]
    public async Task Message_waits_for_its_file_whatever_the_clock_does()
    {
        var reached = new TaskCompletionSource();
        var released = new TaskCompletionSource();
        await using var files = await FileHost.StartAsync(async context =>
        {
            reached.SetResult();
            await released.Task;
            await SendAsync(context);
        });
        var (workspace, own) = await StartAsync();
        await using var _ = own;
        var id = await workspace.SendAsync(Image(files.Url + "/lamp.png"));
        await reached.Task.WaitAsync(TestWorkspace.Cancelled);
        (await workspace.GetAsync("/_sandbox/wait/idle?timeout=PT0.01S")).Is(HttpStatusCode.RequestTimeout);
        var other = await workspace.SendTextAsync();
        var advanced = workspace.AdvanceAsync();

        (await workspace.GetAsync($"/_sandbox/wait/status?messageId={other}&status=READ&timeout=PT0.3S")).Is(HttpStatusCode.RequestTimeout);
        Assert.Equal(("fetching", "INIT"), ((string?)(await MessageAsync(workspace, id))["media"]![0]!["state"], (string?)(await MessageAsync(workspace, id))["status"]));
        released.SetResult();
        await advanced;

        Assert.Equal(UsualLadder, Statuses(await MessageAsync(workspace, id)));
        Assert.Equal(UsualLadder, Statuses(await MessageAsync(workspace, other)));
    }

    [Fact]
    public async Task Message_whose_fetch_a_stop_ended_goes_on_after_the_restart()
    {
        var folder = Directory.CreateTempSubdirectory("fetch");
        try
        {
            var reached = new TaskCompletionSource();
            await using var files = await FileHost.StartAsync(async context =>
            {
                reached.SetResult();
                await new TaskCompletionSource().Task.WaitAsync(context.RequestAborted);
            });
            (string, string)[] settings = [("Storage:Path", Path.Combine(folder.FullName, "data.db")), ("Media:FetchOutbound", "true")];
            string id;
            await using (var first = await MockServer.StartAsync(settings))
            {
                var workspace = new TestWorkspace(first.BaseAddress, "stopped");
                id = await workspace.SendAsync(Image(files.Url + "/lamp.png"));
                await reached.Task.WaitAsync(TestWorkspace.Cancelled);
                var other = await workspace.SendTextAsync();
                (await workspace.GetAsync($"/_sandbox/wait/status?messageId={other}&status=READ&timeout=PT20S")).Ok();
            }

            await using var second = await MockServer.StartAsync(settings);
            var again = new TestWorkspace(second.BaseAddress, "stopped");
            (await again.GetAsync($"/_sandbox/wait/status?messageId={id}&status=READ&timeout=PT20S")).Ok();

            Assert.Equal(["SENT", "DLVRD", "READ"], (await again.PushesAsync($"?messageId={id}")).Select(push => (string?)push!["subject"]));
            Assert.Contains("server stopped", (string?)(await MessageAsync(again, id))["media"]![0]!["error"], StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Reset_ends_the_wait()
    {
        var reached = new TaskCompletionSource();
        var released = new TaskCompletionSource();
        await using var files = await FileHost.StartAsync(async context =>
        {
            reached.SetResult();
            await released.Task;
            context.Response.StatusCode = 404;
        });
        await using var receiver = await WebhookReceiver.StartAsync();
        var (workspace, own) = await StartAsync();
        await using var _ = own;
        await workspace.RegisterWebhookAsync(receiver.Url);
        await workspace.SendAsync(Image(files.Url + "/lamp.png"));
        await reached.Task.WaitAsync(TestWorkspace.Cancelled);

        await workspace.ResetAsync();
        released.SetResult();
        (await workspace.GetAsync("/_sandbox/wait/idle")).Ok();

        Assert.Empty(receiver.All);
        Assert.Empty((await workspace.GetAsync("/_sandbox/messages")).Ok().Body!["messages"]!.AsArray());
    }

    private static async Task SendAsync(HttpContext context)
    {
        var response = context.Response;
        switch (context.Request.Path.Value)
        {
            case "/moved":
                response.Redirect("/lamp.png");
                break;
            case "/round":
                response.Redirect("/round");
                break;
            case "/missing":
                response.StatusCode = 404;
                break;
            case "/large":
                response.ContentLength = 4_096;
                await response.Body.WriteAsync(new byte[4_096]);
                break;
            case "/endless":
                await response.Body.WriteAsync(new byte[4_096]);
                break;
            case "/cut":
                response.ContentLength = 1_000;
                await response.Body.WriteAsync(new byte[10]);
                await response.Body.FlushAsync();
                context.Abort();
                break;
            case "/silent":
                await new TaskCompletionSource().Task.WaitAsync(context.RequestAborted);
                break;
            case "/empty":
                break;
            default:
                response.ContentType = "image/png";
                await response.Body.WriteAsync(Downloads.Pixel);
                break;
        }
    }

    private static async Task<(TestWorkspace Workspace, InProcessServer Server)> StartAsync(params (string Name, string Value)[] settings)
    {
        var own = await MockServer.StartAsync([("Media:FetchOutbound", "true"), .. settings]);
        var workspace = new TestWorkspace(own.BaseAddress, "fetch");
        await workspace.FreezeAsync();
        return (workspace, own);
    }

    private static JsonObject Image(string link) => new()
    {
        ["channelId"] = TestWorkspace.WhatsApp,
        ["to"] = new JsonObject { ["phone"] = TestWorkspace.Phone },
        ["type"] = "image",
        ["image"] = new JsonObject { ["link"] = link },
    };

    /// <summary>Sends a picture and lets its whole plan happen.</summary>
    private static async Task<JsonNode> SentAsync(TestWorkspace workspace, string link)
    {
        var id = await workspace.SendAsync(Image(link));
        await workspace.AdvanceAsync();
        return await MessageAsync(workspace, id);
    }

    private static async Task<JsonNode> MessageAsync(TestWorkspace workspace, string id) => (await workspace.GetAsync("/_sandbox/messages/" + id)).Ok().Body!;

    private static IEnumerable<string> Statuses(JsonNode message) =>
        message["timeline"]!.AsArray().Where(entry => (string?)entry!["what"] == "status").Select(entry => (string)entry!["status"]!).Where(status => status != "INIT");
}
