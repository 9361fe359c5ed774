using System.Net;
using Xunit;

namespace MockMessaging.Tests.Behaviour;

[Heading("2.2")]
public sealed class StatusKeysTests(MockServer server)
{
    [Theory]
    [InlineData("GET", "/api/v1/config/channels", null, 200, "SUCCESS")]
    [InlineData("POST", "/api/v1/message/send", "{}", 400, "PARAM_INVALID")]
    [InlineData("GET", "/api/v1/config/channels?sabdnox=abc", null, 400, "PARAM_TYPE_MISMATCH")]
    [InlineData("POST", "/api/v1/session/close", """{"sessionId":"nobody"}""", 404, "HTTP_NOT_FOUND")]
    [InlineData("PUT", "/api/v1/message/send", "{}", 405, "HTTP_CLIENT_ERROR")]
    [Shows("2.2.1")]
    public async Task Status_key_is_one_of_the_vendors_and_fits_its_number(string method, string path, string? body, int status, string statusKey)
    {
        var answer = (await (await server.NewWorkspaceAsync()).CallAsync(new HttpMethod(method), path, body)).Is((HttpStatusCode)status);

        Assert.Equal((statusKey, status.ToString(System.Globalization.CultureInfo.InvariantCulture)), ((string?)answer.Body!["statusKey"], (string?)answer.Body["status"]));
    }

    [Fact]
    [Shows("2.2.1")]
    public async Task Key_that_is_not_let_in_is_UNAUTHORIZED_or_ACCESS_DENIED()
    {
        await using var own = await MockMessagingServer.StartAsync(new Dictionary<string, string?> { ["Auth:Keys:0"] = "alpha" }, TestWorkspace.Cancelled);

        Assert.Equal("UNAUTHORIZED", (string?)(await new TestWorkspace(own.BaseAddress, "beta").GetAsync("/api/v1/config/channels")).Is(HttpStatusCode.Unauthorized).Body!["statusKey"]);
        Assert.Equal("ACCESS_DENIED", (string?)(await new TestWorkspace(own.BaseAddress, "alpha").As("nobody").GetAsync("/api/v1/config/channels")).Is(HttpStatusCode.Forbidden).Body!["statusKey"]);
    }
}
