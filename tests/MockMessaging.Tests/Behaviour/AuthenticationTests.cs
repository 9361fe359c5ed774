using System.Net;
using System.Text.Json.Nodes;
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

        Assert.Equal(3, (int)seen.Ok().Body!["messages"]!);
    }

    [Fact]
    [Shows("1.2")]
    public async Task Key_in_the_query_wins_over_the_header()
    {
        var key = MockServer.NewKey();
        await new TestWorkspace(server.BaseAddress, key).SendTextAsync();

        var seen = await new TestWorkspace(server.BaseAddress, MockServer.NewKey()).GetAsync("/_sandbox/workspace?x-api-key=" + key);

        Assert.Equal(3, (int)seen.Ok().Body!["messages"]!);
    }

    [Fact]
    [Shows("1.2")]
    public async Task Header_wins_over_the_cookie_and_the_app_id_is_looked_for_alike()
    {
        var workspace = await server.NewWorkspaceAsync();
        var answer = await workspace.CallAsync(
            HttpMethod.Post, "/api/v1/config/webhook?x-api-id=second_bot", """{"url":"http://localhost:1"}""", "application/json", ("Cookie", "x-api-key=other; x-api-id=my_bot"));

        Assert.Equal("second_bot", (string?)answer.Results[0]!["queue"]);
        Assert.Equal("http://localhost:1", (string?)(await workspace.LookAsync())["apps"]![1]!["webhook"]);
    }

    [Theory]
    [InlineData(Steps.Documented, HttpStatusCode.Unauthorized)]
    [InlineData(Steps.Production, HttpStatusCode.Forbidden)]
    [Shows("1.1", "1.8")]
    public async Task Key_is_checked_before_the_body_is_read(string fidelity, HttpStatusCode status)
    {
        await using var own = await MockMessagingServer.StartAsync(new Dictionary<string, string?> { ["Fidelity"] = fidelity }, TestWorkspace.Cancelled);

        (await new TestWorkspace(own.BaseAddress, null).CallAsync(HttpMethod.Post, "/api/v1/message/send", "{ not json")).Is(status);
    }

    [Theory]
    [InlineData("/api/v1/message/receive")]
    [InlineData("/api/v1/contact/info")]
    [Shows("1.1")]
    public async Task Callbacks_need_no_key(string route) => (await new TestWorkspace(server.BaseAddress, null).RawAsync(route, new JsonObject())).Ok();

    [Theory]
    [InlineData(null)]
    [InlineData("5f0000000000000000000000")]
    [Shows("1.6")]
    public async Task App_id_may_be_missing_or_one_of_production(string? appId)
    {
        var workspace = await server.NewWorkspaceAsync();

        Assert.Equal("my_bot", (string?)(await (appId is null ? workspace : workspace.As(appId)).PostAsync("/api/v1/config/webhook", new JsonObject { ["url"] = "" })).Results[0]!["queue"]);
    }
}
