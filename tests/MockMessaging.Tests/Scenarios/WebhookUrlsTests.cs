using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Scenarios;

/// <summary>What goes on the wire for a registered URL.</summary>
public sealed class WebhookUrlsTests(MockServer server)
{
    [Theory]
    [InlineData("", "/")]
    [InlineData("?x=1", "/?x=1")]
    [InlineData("/hook\n", "/hook")]
    [InlineData("/hook\r\n\t ", "/hook")]
    [InlineData("/my hook", "/my%20hook")]
    [InlineData("/größe", "/gr%C3%B6%C3%9Fe")]
    [InlineData("/😀?x=ü&y=a b", "/%F0%9F%98%80?x=%C3%BC&y=a%20b")]
    [InlineData("/x#part?not=a-query", "/x")]
    [InlineData("/a%2Fb%20c%252F", "/a%2Fb%20c%252F")]
    [InlineData("/100%", "/100%25")]
    [InlineData("/a/../b/./c", "/a/../b/./c")]
    [InlineData("//double", "//double")]
    [InlineData("/?filter[a]=1&b='c'*;@", "/?filter[a]=1&b='c'*;@")]
    [InlineData("/\"<>\\^`{|}", "/%22%3C%3E%5C%5E%60%7B%7C%7D")]
    [InlineData("\\path", "/%5Cpath")]
    public async Task Path_and_query_go_out_as_registered_as_far_as_HTTP_can_carry_them(string registered, string sent)
    {
        await using var receiver = new WireListener();
        var workspace = await server.NewWorkspaceAsync();

        var answer = await RegisterAsync(workspace, " " + receiver.Url + registered);
        var check = (await workspace.CallAsync(HttpMethod.Post, "/_sandbox/webhooks/check", null)).Ok().Body!;

        Assert.True((bool)check["ok"]!, check.ToJsonString());
        Assert.Equal([$"POST {sent} HTTP/1.1"], receiver.Lines);
        Assert.Equal(" " + receiver.Url + registered, (string?)answer.Results[0]!["webhook"]);
        Assert.Equal(" " + receiver.Url + registered, await RegisteredAsync(workspace));
        Assert.Null(answer.Header("X-Sandbox-Warnings"));
    }

    [Fact]
    public async Task Host_is_named_as_DNS_has_it_and_a_login_is_not_sent()
    {
        await using var receiver = new WireListener();
        var workspace = await server.NewWorkspaceAsync();

        var answer = await RegisterAsync(workspace, $"HTTP://user:secret@LOCALHOST:{receiver.Port}/x");
        await workspace.CustomerWritesAsync();

        Assert.Contains("has a login, which pushes do not send", answer.Header("X-Sandbox-Warnings"), StringComparison.Ordinal);
        Assert.All(receiver.Heads, head => Assert.Contains($"Host: localhost:{receiver.Port}\r\n", head, StringComparison.Ordinal));
        Assert.All(receiver.Heads, head => Assert.DoesNotContain("secret", head, StringComparison.Ordinal));
        Assert.Equal("xn--bcher-kva.example", MockMessaging.Webhooks.WebhookUrl.Of("http://bücher.example/").Url!.IdnHost);
    }

    [Fact]
    public async Task Nothing_of_another_workspaces_push_goes_out()
    {
        Assert.SkipUnless(TestWorkspace.GivenServer is null, "Two workspaces of several replicas do not share a connection.");
        await using var receiver = new WireListener();
        var first = await server.NewWorkspaceAsync();
        await first.RegisterWebhookAsync(receiver.Url + "/team-a/hook?token=SECRETTOKEN123456789");
        await first.CustomerWritesAsync();
        var second = await server.NewWorkspaceAsync();
        await second.RegisterWebhookAsync(receiver.Url + "/größe/überblick/für/alle/Kundinnen/und/Kunden");

        (await second.CallAsync(HttpMethod.Post, "/_sandbox/webhooks/check", null)).Ok();

        Assert.Equal(1, receiver.Connections);
        Assert.Equal("POST /gr%C3%B6%C3%9Fe/%C3%BCberblick/f%C3%BCr/alle/Kundinnen/und/Kunden HTTP/1.1", receiver.Lines.Last());
        Assert.DoesNotContain("SECRET", receiver.Heads[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/x HTTP/1.1\r\nHost: internal\r\n\r\nPUT /second HTTP/1.1\r\nX: ", "has a control character inside")]
    [InlineData("/a\u0000b", "has a control character inside")]
    [InlineData("/a\u0085b", "has a control character inside")]
    public async Task Request_cannot_be_smuggled_in_a_URL(string registered, string problem)
    {
        await using var receiver = new WireListener();
        var workspace = await server.NewWorkspaceAsync();

        await FailsAtOnceAsync(workspace, receiver.Url + registered, problem);

        Assert.Equal((0, 0), (receiver.Connections, receiver.Heads.Count));
    }

    [Theory]
    [InlineData("not a url", "is not an absolute http or https URL")]
    [InlineData("/hook", "is not an absolute http or https URL")]
    [InlineData("ftp://localhost/x", "is not an absolute http or https URL")]
    [InlineData("https:/localhost/x", "is not an absolute http or https URL")]
    [InlineData("http://", "names no host")]
    [InlineData("http:///x", "names no host")]
    [InlineData("http://localhost:0/x", "names port 0")]
    [InlineData("http://localhost:99999/", "has a host or port that is none")]
    [InlineData("http://a b/", "has a host or port that is none")]
    [InlineData("http://user@/", "has a host or port that is none")]
    public async Task URL_that_can_never_work_is_taken_and_named(string url, string problem) =>
        await FailsAtOnceAsync(await server.NewWorkspaceAsync(), url, problem);

    [Theory]
    [InlineData('a', 8_000)]
    [InlineData('ü', 2_000)]
    [InlineData('a', 200_000)]
    public async Task URL_that_no_server_takes_for_its_length_is_named(char letter, int count) =>
        await FailsAtOnceAsync(await server.NewWorkspaceAsync(), "http://localhost:1/" + new string(letter, count), "is longer than 8000 characters");

    [Fact]
    public async Task Text_that_an_earlier_version_stored_is_read_the_same_way()
    {
        await using var receiver = new WireListener();
        var folder = Directory.CreateTempSubdirectory("mock-messaging-").FullName;
        var settings = ("Storage:Path", Path.Combine(folder, "data.db"));
        await using (var before = await MockServer.StartAsync(settings))
        {
            await new TestWorkspace(before.BaseAddress, "mine").RegisterWebhookAsync(receiver.Url + "/ü\n");
        }

        await using (var after = await MockServer.StartAsync(settings))
        {
            await new TestWorkspace(after.BaseAddress, "mine").CustomerWritesAsync();
        }

        Assert.All(receiver.Lines, line => Assert.Equal("POST /%C3%BC HTTP/1.1", line));
        Assert.NotEmpty(receiver.Lines);
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>It is registered as given, with a warning; its push fails with the same reason, a replay too.</summary>
    private static async Task FailsAtOnceAsync(TestWorkspace workspace, string url, string problem)
    {
        var answer = await RegisterAsync(workspace, url);

        Assert.Equal(url, (string?)answer.Ok().Results[0]!["webhook"]);
        Assert.Contains(problem, answer.Header("X-Sandbox-Warnings"), StringComparison.Ordinal);
        var push = (await workspace.CustomerWritesAsync())["push"]!;
        var replayed = (await workspace.CallAsync(HttpMethod.Post, $"/_sandbox/webhooks/{push["id"]}/replay", null)).Ok().Body!["push"]!;
        Assert.All(new[] { push, replayed }, tried =>
        {
            Assert.Equal("failed", (string?)tried["state"]);
            Assert.Contains("The registered URL " + problem, (string?)tried["attempts"]![0]!["cause"], StringComparison.Ordinal);
        });
    }

    private static Task<Answer> RegisterAsync(TestWorkspace workspace, string url) => workspace.PostAsync("/api/v1/config/webhook", new JsonObject { ["url"] = url });

    private static async Task<string?> RegisteredAsync(TestWorkspace workspace) =>
        (string?)(await workspace.LookAsync())["apps"]!.AsArray().Single(app => (bool)app!["default"]!)!["webhook"];
}
