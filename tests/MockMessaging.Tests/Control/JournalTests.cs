using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Control;

/// <summary>The journal knows every call, however it ended, and never says more than it knows.</summary>
public sealed class JournalTests(MockServer server)
{
    private const string Send = "/api/v1/message/send";

    private const string SendsHello = """{"match":{"path":"/api/v1/message/send","body":{"text":{"body":"Hello"}}},"exactly":3}""";

    [Fact]
    public async Task Retries_through_a_fault_are_counted_by_what_they_sent()
    {
        var workspace = await server.NewWorkspaceAsync();
        await FaultAsync(workspace, """{"target":{"path":"/api/v1/message/send"},"trigger":{"next":2},"effect":{"status":503}}""");
        (await workspace.PostAsync(Send, TestWorkspace.Text())).Is(HttpStatusCode.ServiceUnavailable);
        (await workspace.PostAsync(Send, TestWorkspace.Text())).Is(HttpStatusCode.ServiceUnavailable);
        (await workspace.PostAsync(Send, TestWorkspace.Text())).Ok();

        Assert.Equal("pass", (string?)(await VerifyAsync(workspace, SendsHello))["verdict"]);
    }

    [Theory]
    [InlineData("""{"reset":true}""")]
    [InlineData("""{"reset":true,"processed":true}""")]
    [InlineData("""{"truncate":true}""")]
    public async Task Call_whose_connection_breaks_is_there_when_it_breaks(string effect)
    {
        var workspace = await server.NewWorkspaceAsync();
        await FaultAsync(workspace, $$"""{"name":"cut","effect":{{effect}}}""");
        await Assert.ThrowsAsync<HttpRequestException>(() => workspace.PostAsync(Send, TestWorkspace.Text()));

        var call = Assert.Single(await CallsAsync(workspace))!;

        Assert.Equal(("Hello", "cut"), ((string?)call["body"]!["text"]!["body"], (string?)call["fault"]));
    }

    [Theory]
    [InlineData("POST", "/api/v1/mesage/send", "application/json", 404)]
    [InlineData("PUT", "/api/v1/message/send", "application/json", 405)]
    [InlineData("POST", "/api/v1/message/send", "text/plain", 415)]
    public async Task Refused_call_is_there_with_its_body(string method, string path, string contentType, int status)
    {
        var workspace = await server.NewWorkspaceAsync();
        await workspace.CallAsync(new HttpMethod(method), path, """{"order":17}""", contentType);

        var call = Assert.Single(await CallsAsync(workspace))!;

        Assert.Equal((method, path, status, 17), ((string?)call["method"], (string?)call["path"], (int)call["status"]!, (int)call["body"]!["order"]!));
        Assert.Equal("pass", (string?)(await VerifyAsync(workspace, $$"""{"match":{"path":"{{path}}","body":{"order":17} },"exactly":1}"""))["verdict"]);
    }

    [Theory]
    [InlineData("HEAD")]
    [InlineData("OPTIONS")]
    public async Task Method_without_an_answer_of_its_own_is_there(string method)
    {
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RawCallAsync(new HttpMethod(method), Send);

        Assert.Equal(method, (string?)Assert.Single(await CallsAsync(workspace))!["method"]);
    }

    [Fact]
    public async Task Call_of_a_key_that_may_not_act_for_an_app_or_a_tenant_is_there()
    {
        await using var closed = await MockServer.StartAsync(("Auth:Tenants:0:Name", "acme"), ("Auth:Tenants:0:Keys:0", "acme-key"));
        var workspace = new TestWorkspace(closed.BaseAddress, "acme-key");
        (await workspace.RawAsync("/api/v1/config/channels?tnt=nobody", null)).Is(HttpStatusCode.Forbidden);
        (await workspace.RawAsync("/api/v1/config/channels?tnt=acme", null, ("x-api-id", "no-such-app"))).Is(HttpStatusCode.Forbidden);
        (await new TestWorkspace(closed.BaseAddress, "wrong").RawAsync("/api/v1/nothing?tnt=acme", null)).Is(HttpStatusCode.NotFound);

        Assert.Equal(["tnt=nobody", "tnt=acme"], (await CallsAsync(workspace)).Select(call => (string?)call!["query"]));
    }

    [Fact]
    public async Task Unknown_route_leaves_no_trace_of_keys_that_do_not_count()
    {
        await using var closed = await MockServer.StartAsync(("Auth:Keys:0", "right-key"));
        (await new TestWorkspace(closed.BaseAddress, "wrong-key").RawAsync("/api/v1/nothing", null)).Is(HttpStatusCode.NotFound);

        Assert.Empty(await CallsAsync(new TestWorkspace(closed.BaseAddress, "right-key")));
    }

    [Theory]
    [InlineData("exactly", 0)]
    [InlineData("exactly", 1)]
    [InlineData("atMost", 0)]
    [InlineData("atLeast", 1)]
    public async Task Body_that_was_too_large_to_keep_decides_nothing(string count, int number)
    {
        await using var small = await MockServer.StartAsync(("Limits:MaxBodyBytes", "1024"));
        var workspace = new TestWorkspace(small.BaseAddress, "large");
        (await workspace.PostAsync(Send, TestWorkspace.Text(body: new string('a', 2_000)))).Is(HttpStatusCode.RequestEntityTooLarge);

        var verified = await VerifyAsync(workspace, $$"""{"match":{"path":"/api/v1/message/send","body":{"text":{"body":"Hello"} } },"{{count}}":{{number}} }""");

        Assert.Equal(("inconclusive", 1), ((string?)verified["verdict"], (int)verified["undecided"]!));
        Assert.Contains("Limits:MaxBodyBytes", (string?)verified["unknown"]![0]!["why"], StringComparison.Ordinal);
        Assert.Equal("fail", (string?)(await VerifyAsync(workspace, """{"match":{"path":"/api/v1/message/send","body":{}},"atLeast":2}"""))["verdict"]);
        Assert.Equal("pass", (string?)(await VerifyAsync(workspace, """{"match":{"path":"/api/v1/message/send"},"exactly":1}"""))["verdict"]);
    }

    [Fact]
    public async Task Body_that_is_not_JSON_decides_nothing()
    {
        var workspace = await server.NewWorkspaceAsync();
        await workspace.CallAsync(HttpMethod.Post, Send, "{ not json");

        Assert.Equal("inconclusive", (string?)(await VerifyAsync(workspace, """{"match":{"body":{"text":{"body":"Hello"}}},"exactly":0}"""))["verdict"]);
        Assert.Equal("pass", (string?)(await VerifyAsync(workspace, """{"match":{"body":"{ not json"},"exactly":1}"""))["verdict"]);
    }

    [Fact]
    public async Task Body_that_does_not_come_holds_nothing_up_and_decides_nothing()
    {
        var workspace = await server.NewWorkspaceAsync();
        using (var client = new TcpClient())
        {
            await client.ConnectAsync(workspace.Server.Host, workspace.Server.Port, TestWorkspace.Cancelled);
            var stream = client.GetStream();
            await stream.WriteAsync(
                Encoding.ASCII.GetBytes($"POST {Send} HTTP/1.1\r\nHost: x\r\nx-api-key: {workspace.Key}\r\nContent-Type: text/plain\r\nContent-Length: 100\r\n\r\n{{"), TestWorkspace.Cancelled);
            Assert.Equal(1, await stream.ReadAsync(new byte[1], TestWorkspace.Cancelled));
        }

        Assert.Equal("inconclusive", (string?)(await VerifyAsync(workspace, """{"match":{"body":{"text":{"body":"Hello"}}},"exactly":0}"""))["verdict"]);
    }

    [Fact]
    public async Task Body_that_names_a_property_twice_or_is_no_Unicode_is_shown()
    {
        var workspace = await server.NewWorkspaceAsync();
        await workspace.CallAsync(HttpMethod.Put, "/api/v1/nothing", """{"a":1,"a":{"b":2},"c":"\ud800x\ud83d\ude00"}""");

        var body = Assert.Single(await CallsAsync(workspace))!["body"]!;

        Assert.Equal((2, "\uFFFDx😀"), ((int)body["a"]!["b"]!, (string?)body["c"]));
        Assert.Equal("pass", (string?)(await VerifyAsync(workspace, """{"match":{"body":{"a":{"b":2}}},"exactly":1}"""))["verdict"]);
    }

    [Fact]
    public async Task Headers_are_shown_and_compared_and_keys_are_not()
    {
        var workspace = await server.NewWorkspaceAsync();
        await workspace.CallAsync(
            HttpMethod.Get, "/api/v1/config/channels", null, null, ("X-Order", "17"), ("Authorization", "Bearer very-secret"), ("Cookie", "sid=very-secret"), ("X-Refresh-Token", "very-secret"));

        var call = Assert.Single(await CallsAsync(workspace))!;

        Assert.Equal(("17", "***", "***"), ((string?)call["headers"]!["X-Order"], (string?)call["headers"]!["Authorization"], (string?)call["headers"]!["x-api-key"]));
        Assert.DoesNotContain("very-secret", call.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain(workspace.Key!, call.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("pass", await VerdictAsync(workspace, """{"x-order":"17"}"""));
        Assert.Equal("fail", await VerdictAsync(workspace, """{"x-order":"18"}"""));
        Assert.Equal("fail", await VerdictAsync(workspace, """{"x-order":null}"""));
        Assert.Equal("pass", await VerdictAsync(workspace, """{"x-missing":null,"authorization":"***"}"""));
        Assert.Single(await CallsAsync(workspace, "?header=x-order:%2017"));
        Assert.Empty(await CallsAsync(workspace, "?header=x-order:18"));
    }

    [Fact]
    public async Task Key_stands_nowhere_in_a_call()
    {
        var workspace = new TestWorkspace(server.BaseAddress, "a-key-to-be-kept-secret");
        await workspace.CallAsync(HttpMethod.Get, $"/api/v1/{workspace.Key}?q={workspace.Key}", null, null, ("Referer", $"http://localhost/?x-api-key={workspace.Key}"), ("X-Copy", $"of {workspace.Key}"));

        Assert.DoesNotContain(workspace.Key!, Assert.Single(await CallsAsync(workspace))!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("pass", await VerdictAsync(workspace, $$"""{"x-copy":"of {{workspace.Key}}"}"""));
    }

    [Fact]
    public async Task Query_is_compared_by_name()
    {
        var workspace = await server.NewWorkspaceAsync();
        await workspace.GetAsync("/api/v1/config/channels?sabdnox=true");

        Assert.Equal("pass", (string?)(await VerifyAsync(workspace, """{"match":{"query":{"sabdnox":"true","channelId":null}},"exactly":1}"""))["verdict"]);
        Assert.Equal("fail", (string?)(await VerifyAsync(workspace, """{"match":{"query":{"sabdnox":"false"}}}"""))["verdict"]);
    }

    [Fact]
    public async Task Call_names_the_message_it_sent()
    {
        var workspace = await server.NewWorkspaceAsync();
        var first = await workspace.SendTextAsync();
        var again = TestWorkspace.Text();
        again["messageIdResend"] = first;
        var second = await workspace.SendAsync(again);

        Assert.Equal([first, second], (await CallsAsync(workspace)).Select(call => (string?)call!["messageIds"]![0]));
        Assert.Equal(second, (string?)Assert.Single(await CallsAsync(workspace, $"?messageId={second}"))!["messageIds"]![0]);
    }

    [Fact]
    public async Task Headers_count_into_the_bytes_kept()
    {
        await using var small = await MockServer.StartAsync(("Limits:RequestBytesKept", "14000"));
        var workspace = new TestWorkspace(small.BaseAddress, "headers");
        for (var call = 0; call < 4; call++)
        {
            await workspace.CallAsync(HttpMethod.Get, "/api/v1/config/channels", null, null, ("X-Long", new string('a', 2_000)));
        }

        Assert.Equal(2, (await CallsAsync(workspace)).Count);
    }

    [Fact]
    public async Task Header_beyond_what_is_kept_decides_nothing()
    {
        var workspace = await server.NewWorkspaceAsync();
        await workspace.CallAsync(HttpMethod.Get, "/api/v1/config/channels", null, null, ("X-Long", new string('a', 17_000)));

        Assert.Equal("inconclusive", await VerdictAsync(workspace, """{"x-long":"b"}"""));
    }

    private static async Task FaultAsync(TestWorkspace workspace, string fault) => (await workspace.PostAsync("/_sandbox/faults", JsonNode.Parse(fault)!)).Ok();

    private static async Task<JsonArray> CallsAsync(TestWorkspace workspace, string query = "") => (await workspace.GetAsync("/_sandbox/requests" + query)).Ok().Body!["requests"]!.AsArray();

    private static async Task<JsonNode> VerifyAsync(TestWorkspace workspace, string verification) =>
        (await workspace.PostAsync("/_sandbox/requests/verify", JsonNode.Parse(verification)!)).Ok().Body!;

    private static async Task<string?> VerdictAsync(TestWorkspace workspace, string headers) =>
        (string?)(await VerifyAsync(workspace, $$"""{"match":{"headers":{{headers}} },"exactly":1}"""))["verdict"];
}
