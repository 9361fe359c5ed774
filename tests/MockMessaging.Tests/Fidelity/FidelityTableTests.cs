using System.Net;
using System.Text.Json.Nodes;
using MockMessaging.Tests.Behaviour;
using Xunit;

namespace MockMessaging.Tests.Fidelity;

/// <summary>The table of differences between document and live service: a test per row and column. Those of the envelope are in EnvelopeTests.</summary>
[Heading("0")]
public sealed class FidelityTableTests(MockServer server)
{
    [Theory]
    [InlineData("Documented", 401, "UNAUTHORIZED")]
    [InlineData("Production", 403, "ACCESS_DENIED")]
    [Shows("0.1", "1.8")]
    public async Task Missing_key_is_refused(string fidelity, int status, string statusKey)
    {
        await using var own = await StartAsync(fidelity);

        var refused = (await new TestWorkspace(own.BaseAddress, null).GetAsync("/api/v1/config/channels")).Is((HttpStatusCode)status);

        Assert.Equal(statusKey, (string?)refused.Body!["statusKey"]);
        Assert.StartsWith("Missing x-api-key", (string?)refused.Body["message"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Documented", 401)]
    [InlineData("Production", 403)]
    [Shows("0.1")]
    public async Task Unknown_key_is_refused_where_keys_are_restricted(string fidelity, int status)
    {
        await using var own = await StartAsync(fidelity, ("Auth:Keys:0", "alpha"));

        var refused = (await new TestWorkspace(own.BaseAddress, "beta").GetAsync("/api/v1/config/channels")).Is((HttpStatusCode)status);

        Assert.StartsWith("Invalid x-api-key", (string?)refused.Body!["message"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Documented")]
    [InlineData("Production")]
    [Shows("0.2")]
    public async Task Foreign_app_id_is_denied_where_keys_are_restricted(string fidelity)
    {
        await using var own = await StartAsync(fidelity, ("Auth:Keys:0", "alpha"));

        var refused = (await new TestWorkspace(own.BaseAddress, "alpha") { AppId = "other" }.GetAsync("/api/v1/config/channels")).Is(HttpStatusCode.Forbidden);

        Assert.Equal("ACCESS_DENIED", (string?)refused.Body!["statusKey"]);
    }

    [Theory]
    [InlineData("documented", 404)]
    [InlineData("production", 500)]
    [Shows("0.3", "2.3.5", "6.4.4")]
    public async Task Unknown_session_fails(string fidelity, int status)
    {
        var workspace = await InAsync(fidelity);
        foreach (var route in new[] { "close", "resolve", "messages", "routing" })
        {
            (await workspace.PostAsync("/api/v1/session/" + route, new JsonObject { ["sessionId"] = "nobody" })).Is((HttpStatusCode)status);
        }
    }

    [Theory]
    [InlineData("documented", 404)]
    [InlineData("production", 200)]
    [Shows("0.4")]
    public async Task Language_of_an_unknown_contact(string fidelity, int status)
    {
        var workspace = await InAsync(fidelity);

        (await workspace.RawAsync("/api/v1/contact/prefs/lang", JsonNode.Parse("""{"contactId":"nobody","lang":"hi"}"""))).Is((HttpStatusCode)status);
    }

    [Theory]
    [InlineData("documented", "close", 1)]
    [InlineData("documented", "resolve", 1)]
    [InlineData("production", "close", 0)]
    [InlineData("production", "resolve", 0)]
    [Shows("0.7", "6.4.3", "6.5.2")]
    public async Task Ending_a_session_again(string fidelity, string route, int results)
    {
        var workspace = await InAsync(fidelity);
        var session = new JsonObject { ["sessionId"] = "61f3810a02e14c0877fc1a32" };
        await workspace.RawAsync("/api/v1/session/" + route, session);

        var again = (await workspace.RawAsync("/api/v1/session/" + route, session)).Results;

        Assert.Equal(results, again.Count);
    }

    [Theory]
    [InlineData("documented", false)]
    [InlineData("production", true)]
    [Shows("0.8")]
    public async Task Channel_filter_on_variables(string fidelity, bool empty)
    {
        var answer = await (await InAsync(fidelity)).RawAsync("/api/v1/config/global/vars?channelId=wa360:918828218374", null);

        Assert.Equal(empty, answer.Results.Count == 0);
    }

    [Theory]
    [InlineData("documented")]
    [InlineData("production")]
    [Shows("0.9")]
    public async Task Pushed_status_after_acceptance_is_SENT(string fidelity)
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await InAsync(fidelity);
        await workspace.RawAsync("/api/v1/config/webhook", new JsonObject { ["url"] = receiver.Url });
        await workspace.CustomerWritesAsync();

        await workspace.RawAsync("/api/v1/message/send", TestWorkspace.Text());
        await workspace.AdvanceAsync();

        Assert.Equal(["SESSION_ROUTED", "text", "SENT", "DLVRD", "READ"], receiver.Subjects);
    }

    [Theory]
    [InlineData("documented", 400)]
    [InlineData("production", 500)]
    [Shows("0.10")]
    public async Task Receiver_missing_on_send(string fidelity, int status)
    {
        var message = TestWorkspace.Text();
        message.Remove("to");

        (await (await InAsync(fidelity)).RawAsync("/api/v1/message/send", message)).Is((HttpStatusCode)status);
    }

    [Theory]
    [InlineData("documented", "READ")]
    [InlineData("production", "CCWIN")]
    public async Task Free_text_outside_the_care_window(string fidelity, string status)
    {
        var workspace = await InAsync(fidelity);

        var id = (string)(await workspace.RawAsync("/api/v1/message/send", TestWorkspace.Text())).Results[0]!["id"]!;
        await workspace.AdvanceAsync();

        var session = (string)(await workspace.CustomerWritesAsync())["message"]!["session"]!["sessionId"]!;
        var rows = (await workspace.RawAsync("/api/v1/session/messages", new JsonObject { ["sessionId"] = session })).Results;
        Assert.Equal(status, (string?)rows.Single(row => (string?)row!["messageId"] == id)!["status"]);
    }

    [Fact]
    public async Task Reset_takes_the_choice_back()
    {
        var workspace = await InAsync("production");

        await workspace.ResetAsync();

        Assert.Equal("documented", (string?)(await workspace.LookAsync())["fidelity"]);
    }

    private static Task<InProcessServer> StartAsync(string fidelity, params (string Name, string Value)[] settings) =>
        MockServer.StartAsync([.. settings, ("Fidelity", fidelity)]);

    private async Task<TestWorkspace> InAsync(string fidelity)
    {
        var workspace = await server.NewWorkspaceWithExamplesAsync();
        (await workspace.CallAsync(HttpMethod.Patch, "/_sandbox/workspace", $$"""{"fidelity":"{{fidelity}}"}""")).Ok();
        return workspace;
    }
}
