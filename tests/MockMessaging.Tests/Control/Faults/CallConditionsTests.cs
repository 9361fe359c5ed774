using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Control;

/// <summary>Conditions on calls mean what routing makes of them, or are refused.</summary>
public sealed class CallConditionsTests(MockServer server)
{
    [Theory]
    [InlineData("/api/v1/message/send/")]
    [InlineData("/xms/api/v1/message/send")]
    [InlineData("/API/v1/Message/send")]
    [InlineData("/api/v1/message/%73end")]
    [InlineData("api/v1/message/send")]
    [InlineData("/xms/api/v1/message/*")]
    public async Task Path_is_compared_as_routing_compares_it(string path)
    {
        var workspace = await server.NewWorkspaceAsync();
        await FaultAsync(workspace, $$"""{"target":{"path":"{{path}}"},"effect":{"status":503} }""");

        (await workspace.PostAsync("/xms/api/v1/message/send/", TestWorkspace.Text())).Is(HttpStatusCode.ServiceUnavailable);

        Assert.Equal("fail", (string?)(await VerifyAsync(workspace, $$"""{"match":{"path":"{{path}}"},"exactly":0}"""))["verdict"]);
        Assert.Single(await CallsAsync(workspace, "?path=" + Uri.EscapeDataString(path)));
    }

    [Theory]
    [InlineData("""{"match":{"method":"PSOT"},"exactly":0}""", "match.method")]
    [InlineData("""{"match":{"status":20},"exactly":0}""", "match.status")]
    [InlineData("""{"match":{"path":"http://localhost/api/v1/message/send"},"exactly":0}""", "match.path")]
    [InlineData("""{"match":{"path":"/api/v1/message/send?a=b"},"exactly":0}""", "match.path")]
    [InlineData("""{"match":{"path":"/api/*/send"},"exactly":0}""", "match.path")]
    [InlineData("""{"match":{"headers":{"x-api-key":"other"}},"exactly":0}""", "match.headers.x-api-key")]
    public async Task Condition_that_no_call_can_meet_is_refused(string verification, string field)
    {
        var workspace = await server.NewWorkspaceAsync();

        Assert.Equal(field, (string?)(await workspace.PostAsync("/_sandbox/requests/verify", JsonNode.Parse(verification)!)).Is(HttpStatusCode.BadRequest).Body!["field"]);
    }

    [Fact]
    public async Task Path_without_a_route_is_told_beside_the_verdict()
    {
        var workspace = await server.NewWorkspaceAsync();

        var answer = (await workspace.PostAsync("/_sandbox/requests/verify", JsonNode.Parse("""{"match":{"path":"/api/v1/mesage/send"},"exactly":0}""")!)).Ok();

        Assert.Contains("did you mean '/api/v1/message/send'?", answer.Header("X-Sandbox-Warnings"), StringComparison.Ordinal);
    }

    private static async Task FaultAsync(TestWorkspace workspace, string fault) => (await workspace.PostAsync("/_sandbox/faults", JsonNode.Parse(fault)!)).Ok();

    private static async Task<JsonArray> CallsAsync(TestWorkspace workspace, string query = "") => (await workspace.GetAsync("/_sandbox/requests" + query)).Ok().Body!["requests"]!.AsArray();

    private static async Task<JsonNode> VerifyAsync(TestWorkspace workspace, string verification) =>
        (await workspace.PostAsync("/_sandbox/requests/verify", JsonNode.Parse(verification)!)).Ok().Body!;
}
