using Xunit;

namespace MockMessaging.Tests.Behaviour;

[Heading("2.4")]
public sealed class TraceIdTests(MockServer server)
{
    [Fact]
    [Shows("2.4.1")]
    public async Task Trace_id_of_the_caller_comes_back()
    {
        var workspace = await server.NewWorkspaceAsync();

        var answer = (await workspace.CallAsync(HttpMethod.Get, "/api/v1/config/channels", null, null, ("x-trace-id", "mine-1"))).Ok();

        Assert.Equal("mine-1", (string?)answer.Body!["traceid"]);
    }

    [Fact]
    [Shows("2.4.2")]
    public async Task Trace_id_is_made_in_the_vendors_shape()
    {
        var workspace = await server.NewWorkspaceAsync();

        var answer = (await workspace.GetAsync("/api/v1/config/channels")).Ok();

        Assert.Matches("^[A-Z]{3}-[0-9a-z]{5}-[0-9A-Za-z]+-000000-[a-z]{3}-[0-9A-Za-z]+$", (string?)answer.Body!["traceid"]);
    }

    [Fact]
    [Shows("2.4.1")]
    public async Task Trace_id_may_be_a_parameter()
    {
        var workspace = await server.NewWorkspaceAsync();

        Assert.Equal("mine-2", (string?)(await workspace.GetAsync("/api/v1/config/channels?x-trace-id=mine-2")).Ok().Body!["traceid"]);
    }
}
