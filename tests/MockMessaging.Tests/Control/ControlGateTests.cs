using System.Net;
using Xunit;

namespace MockMessaging.Tests.Control;

public sealed class ControlGateTests
{
    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData("Bearer wrong", HttpStatusCode.Unauthorized)]
    [InlineData("secret", HttpStatusCode.Unauthorized)]
    [InlineData("Bearer secret", HttpStatusCode.OK)]
    public async Task Token_is_asked_for_where_one_is_set(string? authorization, HttpStatusCode status)
    {
        await using var server = await MockServer.StartAsync(options => options.Control.Token = "secret", TestWorkspace.Cancelled);
        var workspace = new TestWorkspace(server.BaseAddress, "mine");

        var answer = (await workspace.CallAsync(HttpMethod.Get, "/_sandbox/workspace", null, null, authorization is null ? [] : [("Authorization", authorization)])).Is(status);

        Assert.Equal(status == HttpStatusCode.OK ? "application/json" : "application/problem+json", answer.Raw.Content.Headers.ContentType?.MediaType);
        (await workspace.GetAsync("/api/v1/config/channels")).Ok();
    }

    [Fact]
    public async Task Control_plane_can_be_switched_off()
    {
        await using var server = await MockServer.StartAsync(options => options.Control.Enabled = false, TestWorkspace.Cancelled);
        var workspace = new TestWorkspace(server.BaseAddress, "mine");

        (await workspace.GetAsync("/_sandbox/workspace")).Is(HttpStatusCode.NotFound);
        (await workspace.GetAsync("/api/v1/config/channels")).Ok();
    }
}
