using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Control;

public sealed class RequestsTests(MockServer server)
{
    [Fact]
    public async Task Call_is_in_the_journal_when_its_answer_comes()
    {
        var workspace = await server.NewWorkspaceAsync();
        var answer = await workspace.CallAsync(
            HttpMethod.Post, "/xms/api/v1/message/send?x-api-key=" + workspace.Key, """{"channelId":"wa360:918828218374","to":{"phone":"+91 1"},"type":"text","text":{"body":"Hi"},"txt":1}""");

        var call = Assert.Single((await ListAsync(workspace))["requests"]!.AsArray())!;

        Assert.Equal(
            ("POST", "/api/v1/message/send", "x-api-key=***", 200, (string?)answer.Body!["traceid"]),
            ((string?)call["method"], (string?)call["path"], (string?)call["query"], (int)call["status"]!, (string?)call["traceId"]));
        Assert.Equal("Hi", (string?)call["body"]!["text"]!["body"]);
        Assert.Contains("txt", (string?)call["warnings"], StringComparison.Ordinal);
        Assert.DoesNotContain(workspace.Key!, call.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refused_and_unreadable_calls_are_in_the_journal_too()
    {
        var workspace = await server.NewWorkspaceAsync();
        await workspace.CallAsync(HttpMethod.Post, "/api/v1/message/send", "{ not json");

        var call = Assert.Single((await ListAsync(workspace, "?status=400"))["requests"]!.AsArray())!;

        Assert.Equal("{ not json", (string?)call["body"]);
    }

    [Fact]
    public async Task Refused_call_under_the_path_of_production_has_the_path_of_its_route()
    {
        var workspace = await server.NewWorkspaceAsync();
        await workspace.CallAsync(HttpMethod.Post, "/xms/api/v1/message/send", "{");

        Assert.Equal("/api/v1/message/send", (string?)(await ListAsync(workspace))["requests"]![0]!["path"]);
    }

    [Fact]
    public async Task Calls_of_the_control_plane_are_not_in_it()
    {
        var workspace = await server.NewWorkspaceAsync();
        await workspace.CustomerWritesAsync();
        (await workspace.GetAsync("/xms/_sandbox/clock")).Ok();

        Assert.Empty((await ListAsync(workspace))["requests"]!.AsArray());
    }

    [Theory]
    [InlineData("""{"match":{"path":"/api/v1/message/send"},"exactly":2}""", "pass")]
    [InlineData("""{"match":{"path":"/api/v1/message/send"},"exactly":1}""", "fail")]
    [InlineData("""{"match":{"path":"/api/v1/message/*"},"atMost":2}""", "pass")]
    [InlineData("""{"match":{"path":"/api/v1/message/send","body":{"text":{"body":"two"}}}}""", "pass")]
    [InlineData("""{"match":{"path":"/api/v1/message/send","body":{"text":{"body":"three"}}}}""", "fail")]
    [InlineData("""{"match":{"method":"GET"},"exactly":0}""", "pass")]
    [InlineData("""{"match":{"status":200},"atLeast":3}""", "fail")]
    public async Task Calls_are_counted_against_what_they_should_be(string verification, string result)
    {
        var workspace = await server.NewWorkspaceAsync();
        await workspace.SendTextAsync(body: "one");
        await workspace.SendTextAsync(body: "two");

        Assert.Equal(result, (string?)(await VerifyAsync(workspace, verification))["verdict"]);
    }

    [Fact]
    public async Task Nearest_misses_tell_in_what_they_differ()
    {
        var workspace = await server.NewWorkspaceAsync();
        await workspace.GetAsync("/api/v1/config/channels");
        await workspace.SendTextAsync(body: "one");

        var told = await VerifyAsync(workspace, """{"match":{"method":"POST","path":"/api/v1/message/send","body":{"text":{"body":"two"}}}}""");

        var nearest = told["nearest"]![0]!;
        Assert.Equal("/api/v1/message/send", (string?)nearest["request"]!["path"]);
        var difference = Assert.Single(nearest["differences"]!.AsArray())!;
        Assert.Equal(("body.text.body", "two", "one"), ((string?)difference["at"], (string?)difference["expected"], (string?)difference["actual"]));
    }

    [Fact]
    public async Task Forgotten_calls_make_it_unknowable()
    {
        await using var small = await MockServer.StartAsync(options => options.Limits.RequestsKept = 10, TestWorkspace.Cancelled);
        var workspace = new TestWorkspace(small.BaseAddress, "small");
        for (var number = 0; number < 12; number++)
        {
            await workspace.SendTextAsync(body: $"{number}");
        }

        Assert.Equal("inconclusive", (string?)(await VerifyAsync(workspace, """{"match":{"body":{"text":{"body":"0"}}}}"""))["verdict"]);
        Assert.Equal("inconclusive", (string?)(await VerifyAsync(workspace, """{"match":{"body":{"text":{"body":"11"}}},"exactly":1}"""))["verdict"]);
        Assert.Equal("pass", (string?)(await VerifyAsync(workspace, """{"match":{"body":{"text":{"body":"11"}}}}"""))["verdict"]);
        Assert.Equal("fail", (string?)(await VerifyAsync(workspace, """{"atMost":3}"""))["verdict"]);
        Assert.Equal(2, (long)(await ListAsync(workspace))["evicted"]!);
    }

    [Fact]
    public async Task Two_ways_to_count_at_once_are_refused()
    {
        var workspace = await server.NewWorkspaceAsync();

        (await workspace.CallAsync(HttpMethod.Post, "/_sandbox/requests/verify", """{"exactly":1,"atMost":2}""")).Is(HttpStatusCode.BadRequest);
    }

    private static async Task<JsonNode> ListAsync(TestWorkspace workspace, string query = "") => (await workspace.GetAsync("/_sandbox/requests" + query)).Ok().Body!;

    private static async Task<JsonNode> VerifyAsync(TestWorkspace workspace, string verification) =>
        (await workspace.PostAsync("/_sandbox/requests/verify", JsonNode.Parse(verification)!)).Ok().Body!;
}
