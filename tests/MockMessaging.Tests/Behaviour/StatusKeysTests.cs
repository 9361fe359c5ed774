using System.Net;
using Xunit;

namespace MockMessaging.Tests.Behaviour;

[Heading("2.2")]
public sealed class StatusKeysTests(MockServer server)
{
    /// <summary>The vendor's list, as far as this API can reach it.</summary>
    private static readonly Dictionary<string, string> Numbers = new()
    {
        ["SUCCESS"] = "200",
        ["HTTP_CLIENT_ERROR"] = "400",
        ["PARAM_INVALID"] = "400",
        ["PARAM_TYPE_MISMATCH"] = "400",
        ["UNAUTHORIZED"] = "401",
        ["ACCESS_DENIED"] = "403",
        ["HTTP_NOT_FOUND"] = "404",
    };

    [Theory]
    [InlineData("GET", "/api/v1/config/channels", null, 200, "SUCCESS")]
    [InlineData("POST", "/api/v1/message/send", "{}", 400, "PARAM_INVALID")]
    [InlineData("GET", "/api/v1/config/channels?sabdnox=abc", null, 400, "PARAM_TYPE_MISMATCH")]
    [InlineData("POST", "/api/v1/session/close", """{"sessionId":"nobody"}""", 404, "HTTP_NOT_FOUND")]
    [Shows("2.2.1")]
    public async Task Status_key_is_one_of_the_vendors_and_fits_its_number(string method, string path, string? body, int status, string statusKey)
    {
        var answer = (await (await server.NewWorkspaceAsync()).CallAsync(new HttpMethod(method), path, body)).Is((HttpStatusCode)status);

        Assert.Equal((statusKey, Numbers[statusKey]), ((string?)answer.Body!["statusKey"], (string?)answer.Body["status"]));
    }

    [Theory]
    [InlineData("PUT", "application/json", HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", "text/plain", HttpStatusCode.UnsupportedMediaType)]
    [Shows("2.2.1")]
    public async Task Status_key_of_what_is_not_served_is_one_of_the_vendors(string method, string contentType, HttpStatusCode status)
    {
        var refused = (await (await server.NewWorkspaceAsync()).CallAsync(new HttpMethod(method), Steps.Send, "{}", contentType)).Is(status);

        Assert.Equal("HTTP_CLIENT_ERROR", (string?)refused.Body!["statusKey"]);
    }

    [Theory]
    [InlineData("GET", "config/channels", null, "SUCCESS")]
    [InlineData("POST", "message/send", "{}", "PARAM_INVALID")]
    [InlineData("POST", "message/send", "{", "PARAM_INVALID")]
    [InlineData("GET", "config/channels?sabdnox=abc", null, "PARAM_TYPE_MISMATCH")]
    [Shows("2.2.1")]
    public async Task Live_service_answers_few_of_them(string method, string route, string? body, string statusKey)
    {
        var workspace = await server.InAsync(Steps.Production);

        var told = body is null ? await workspace.RawAsync("/api/v1/" + route, null) : await workspace.CallAsync(new HttpMethod(method), "/api/v1/" + route, body);

        Assert.Equal((statusKey, Numbers[statusKey]), ((string?)told.Body!["statusKey"], (string?)told.Body["status"]));
    }

    [Fact]
    [Shows("2.2.1")]
    public async Task Key_that_is_not_let_in_is_UNAUTHORIZED_or_ACCESS_DENIED()
    {
        await using var own = await MockServer.StartAsync(options => options.Auth.Keys.Add("alpha"), TestWorkspace.Cancelled);

        Assert.Equal("UNAUTHORIZED", (string?)(await new TestWorkspace(own.BaseAddress, "beta").GetAsync("/api/v1/config/channels")).Is(HttpStatusCode.Unauthorized).Body!["statusKey"]);
        Assert.Equal("ACCESS_DENIED", (string?)(await new TestWorkspace(own.BaseAddress, "alpha").As("nobody").GetAsync("/api/v1/config/channels")).Is(HttpStatusCode.Forbidden).Body!["statusKey"]);
    }
}
