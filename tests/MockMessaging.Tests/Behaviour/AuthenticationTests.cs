using System.Net;
using System.Text.Json.Nodes;
using MockMessaging.Tests.Contract;
using Xunit;

namespace MockMessaging.Tests.Behaviour;

[Heading("1")]
public sealed class AuthenticationTests(MockServer server)
{
    [Theory]
    [InlineData("header")]
    [InlineData("query")]
    [InlineData("cookie")]
    [Shows("1.2")]
    public async Task Key_is_taken_from_header_query_or_cookie(string place)
    {
        var key = MockServer.NewKey();
        var owner = new TestWorkspace(server.BaseAddress, key);
        await owner.SendTextAsync();
        var caller = new TestWorkspace(server.BaseAddress, null);

        var seen = await caller.CallAsync(
            HttpMethod.Get, "/_sandbox/workspace" + (place == "query" ? "?x-api-key=" + key : ""), null, null,
            place == "header" ? [("x-api-key", key)] : place == "cookie" ? [("Cookie", "x-api-key=" + key)] : []);

        Assert.Equal(1, (int)seen.Ok().Body!["messages"]!);
    }

    [Fact]
    [Shows("1.2")]
    public async Task Key_in_the_query_wins_over_the_header()
    {
        var key = MockServer.NewKey();
        await new TestWorkspace(server.BaseAddress, key).SendTextAsync();

        var seen = await new TestWorkspace(server.BaseAddress, MockServer.NewKey()).GetAsync("/_sandbox/workspace?x-api-key=" + key);

        Assert.Equal(1, (int)seen.Ok().Body!["messages"]!);
    }

    [Theory]
    [InlineData("?x-api-id=second_bot", "my_bot", "my_bot", "second_bot")]
    [InlineData("", "second_bot", "my_bot", "second_bot")]
    [InlineData("", null, "second_bot", "second_bot")]
    [InlineData("", null, "", "my_bot")]
    [Shows("1.2", "1.6")]
    public async Task App_id_is_looked_for_in_query_then_header_then_cookie(string query, string? header, string cookie, string acting)
    {
        var workspace = await server.NewWorkspaceAsync();

        (await new TestWorkspace(server.BaseAddress, workspace.Key) { AppId = header }.CallAsync(
            HttpMethod.Post, "/api/v1/config/webhook" + query, """{"url":"http://localhost:1"}""", "application/json", ("Cookie", "x-api-id=" + cookie))).Ok();

        var registered = (await workspace.LookAsync())["apps"]!.AsArray().Where(app => app!["webhook"] is not null).Select(app => (string?)app!["queue"]);
        Assert.Equal([acting], registered);
    }

    [Fact]
    [Shows("1.2")]
    public async Task Key_in_the_header_wins_over_the_cookie()
    {
        var key = MockServer.NewKey();
        await new TestWorkspace(server.BaseAddress, key).SendTextAsync();

        var seen = await new TestWorkspace(server.BaseAddress, key).CallAsync(HttpMethod.Get, "/_sandbox/workspace", null, null, ("Cookie", "x-api-key=" + MockServer.NewKey()));

        Assert.Equal(1, (int)seen.Ok().Body!["messages"]!);
    }

    [Theory]
    [InlineData(Steps.Documented, HttpStatusCode.Unauthorized)]
    [InlineData(Steps.Production, HttpStatusCode.Forbidden)]
    [Shows("1.1", "1.8")]
    public async Task Key_is_checked_before_the_body_is_read_on_every_route_but_the_callbacks(string fidelity, HttpStatusCode status)
    {
        await using var own = await MockServer.StartAsync(("Fidelity", fidelity));
        var nobody = new TestWorkspace(own.BaseAddress, null);
        var operations = VendorContract.Operations
            .Select(operation => (Method: operation.GetProperty("method").GetString()!, Path: operation.GetProperty("path").GetString()!))
            .Append((Method: "GET", Path: "/api/v1/session/messages"))
            .Where(operation => operation.Path is not ("/api/v1/message/receive" or "/api/v1/contact/info"))
            .ToList();

        Assert.Equal(13, operations.Count);
        foreach (var (method, path) in operations)
        {
            (await nobody.CallAsync(new HttpMethod(method), path, method == "GET" ? null : "{ not json")).Is(status);
        }
    }

    [Theory]
    [InlineData(Steps.Documented)]
    [InlineData(Steps.Production)]
    [Shows("1.1")]
    public async Task Callbacks_need_no_key_in_either_profile(string fidelity)
    {
        await using var own = await MockServer.StartAsync(("Fidelity", fidelity), ("Auth:Keys:0", "alpha"));

        (await new TestWorkspace(own.BaseAddress, null).RawAsync("/api/v1/message/receive", new JsonObject())).Ok();
        (await new TestWorkspace(own.BaseAddress, null).RawAsync("/api/v1/contact/info", new JsonObject())).Ok();
    }

    [Theory]
    [InlineData(null, "Missing x-api-key", """[{"description":"Missing x-api-key","codes":[]}]""")]
    [InlineData("beta", "Invalid x-api-key", """[{"description":"Invalid x-api-key","codes":[]}]""")]
    [InlineData("my_bot", null, "[]")]
    [Shows("1.11")]
    public async Task Refusal_tells_its_first_text_and_has_no_message_without_one(string? key, string? message, string errors)
    {
        await using var own = await MockServer.StartAsync(("Fidelity", Steps.Production), ("Auth:Keys:0", "alpha"));
        var before = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();

        var refused = (await new TestWorkspace(own.BaseAddress, key).RawAsync("/api/v1/config/channels", null, ("x-trace-id", "mine"))).Is(HttpStatusCode.Forbidden);

        var body = refused.Body!.AsObject();
        Assert.Equal("application/json", refused.Raw.Content.Headers.ContentType?.ToString());
        Assert.InRange((long)body["timestamp"]!, before, DateTimeOffset.UtcNow.ToUnixTimeMilliseconds());
        body.Remove("timestamp");
        var told = JsonNode.Parse($$"""{"status":"403","error":"Forbidden","statusKey":"ACCESS_DENIED","errors":{{errors}},"traceid":"mine","rawStatusCode":0}""")!;
        if (message is not null)
        {
            told["message"] = message;
        }

        Assert.True(JsonNode.DeepEquals(told, body), refused.Text);
    }

    [Theory]
    [InlineData("GET", "/api/v1/nowhere", HttpStatusCode.NotFound)]
    [InlineData("PUT", "/api/v1/message/send", HttpStatusCode.MethodNotAllowed)]
    [Shows("1.12")]
    public async Task Route_that_is_not_mapped_is_refused_by_the_framework_without_asking_for_a_key(string method, string path, HttpStatusCode status)
    {
        await using var own = await MockServer.StartAsync(("Fidelity", Steps.Production));

        var refused = (await new TestWorkspace(own.BaseAddress, null).CallAsync(new HttpMethod(method), path, method == "GET" ? null : "{}")).Is(status);

        Assert.Equal(["timestamp", "status", "error", "message", "path"], refused.Body!.AsObject().Select(property => property.Key));
    }

    [Theory]
    [InlineData("/api/v1/message/receive")]
    [InlineData("/api/v1/contact/info")]
    [Shows("1.8", "1.9")]
    public async Task Verify_token_of_the_callbacks_is_not_verified_by_the_live_service(string path)
    {
        await using var own = await MockServer.StartAsync(("Fidelity", Steps.Production));

        (await new TestWorkspace(own.BaseAddress, "any").RawAsync(path, new JsonObject(), ("x-verify-token", "wrong"))).Ok();
    }

    [Theory]
    [InlineData(Steps.Documented, null)]
    [InlineData(Steps.Documented, "5f0000000000000000000000")]
    [InlineData(Steps.Production, null)]
    [InlineData(Steps.Production, "5f0000000000000000000000")]
    [Shows("1.6")]
    public async Task App_id_may_be_missing_or_one_of_production(string fidelity, string? appId)
    {
        var workspace = await server.InAsync(fidelity);

        Assert.Equal("my_bot", (string?)(await (appId is null ? workspace : workspace.As(appId)).RawAsync("/api/v1/config/webhook", new JsonObject { ["url"] = "" })).Results[0]!["queue"]);
    }
}
