using Microsoft.AspNetCore.Http;
using MockMessaging.Tests.Scenarios.Media;
using Xunit;

namespace MockMessaging.Tests.Behaviour;

/// <summary>The rules about the size of files, which is known when a file was uploaded or fetched.</summary>
public sealed class FileSizesTests
{
    private const int Part = 65_536;

    [Theory]
    [InlineData("image", "a.png", 5)]
    [InlineData("audio", "a.mp3", 16)]
    [InlineData("video", "a.mp4", 16)]
    [InlineData("document", "a.pdf", 100)]
    public async Task One_byte_more_than_the_limit_is_refused(string kind, string file, int megabytes)
    {
        var most = megabytes * 1_024 * 1_024;

        Assert.Equal(("READ", null), await FateAsync(kind, file, most, "enforce"));
        Assert.Equal(("FAILD", $"{kind}.link is a file of {most + 1} bytes; WhatsApp takes {most} as {kind}"), await FateAsync(kind, file, most + 1, "enforce"));
        Assert.Equal(("READ", $"{kind}.link is a file of {most + 1} bytes; WhatsApp takes {most} as {kind}"), await FateAsync(kind, file, most + 1, "warn"));
    }

    [Fact]
    public async Task Size_of_an_uploaded_image_is_known_at_once()
    {
        await using var own = await MockServer.StartAsync(("Limits:MaxMediaBytes", "8000000"), ("Rules", "Enforce"));
        var workspace = new TestWorkspace(own.BaseAddress, "mine");
        await workspace.FreezeAsync();
        var message = RuleBreakers.Media("image", "a.png");
        message["image"]!["link"] = (string)(await workspace.PostBytesAsync("/_sandbox/media?filename=a.png", new byte[5_242_881], "image/png")).Ok().Body!["link"]!;

        var sent = (await workspace.PostAsync("/api/v1/message/send", message)).Ok();
        await workspace.AdvanceAsync();

        Assert.Equal("image.link is a file of 5242881 bytes; WhatsApp takes 5242880 as image", sent.Header("X-Sandbox-Warnings"));
        Assert.Equal("FAILD", (string?)(await workspace.OfAsync(sent))["status"]);
    }

    private static async Task<(string? Status, string? Warning)> FateAsync(string kind, string file, int bytes, string mode)
    {
        await using var files = await FileHost.StartAsync(context => SendAsync(context.Response, bytes));
        await using var own = await MockServer.StartAsync(("Media:FetchOutbound", "true"), ("Media:MaxFetchBytes", "200000000"), ("Rules", mode));
        var workspace = new TestWorkspace(own.BaseAddress, "mine");
        await workspace.FreezeAsync();
        var message = RuleBreakers.Media(kind, file);
        message[kind]!["link"] = $"{files.Url}/{file}";

        var sent = (await workspace.PostAsync("/api/v1/message/send", message)).Ok();
        await workspace.AdvanceAsync();

        var detail = await workspace.OfAsync(sent);
        return ((string?)detail["status"], (string?)detail["mediaWarnings"]?[0]);
    }

    private static async Task SendAsync(HttpResponse response, int bytes)
    {
        response.ContentLength = bytes;
        for (var part = new byte[Part]; bytes > 0; bytes -= part.Length)
        {
            await response.Body.WriteAsync(part.AsMemory(0, Math.Min(bytes, part.Length)));
        }
    }
}
