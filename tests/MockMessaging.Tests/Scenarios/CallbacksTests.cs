using System.Net;
using System.Text.Json.Nodes;
using MockMessaging.Seeding;
using Xunit;

namespace MockMessaging.Tests.Scenarios;

public sealed class CallbacksTests(MockServer server)
{
    [Fact]
    public async Task Wrapper_is_kept_where_it_can_be_seen()
    {
        var workspace = await server.NewWorkspaceAsync();
        var wrapper = JsonNode.Parse(Fixtures.Request("message-receive"))!;

        (await workspace.PostAsync("/api/v1/message/receive", wrapper)).Ok();

        var kept = Assert.Single((await workspace.GetAsync("/_sandbox/callbacks")).Ok().Body!["callbacks"]!.AsArray());
        Assert.True(JsonNode.DeepEquals(wrapper, kept!["body"]));
    }

    [Theory]
    [InlineData("/api/v1/message/receive")]
    [InlineData("/xms/api/v1/contact/info")]
    public async Task Wrong_verify_token_is_refused(string path)
    {
        var workspace = await server.NewWorkspaceAsync();

        var refused = (await workspace.CallAsync(HttpMethod.Post, path, "{}", headers: ("x-verify-token", "guess"))).Is(HttpStatusCode.Unauthorized);

        Assert.Equal("x-verify-token", (string?)refused.Error["field"]);
    }

    [Fact]
    public async Task Documented_verify_token_is_accepted_without_a_key()
    {
        var anybody = new TestWorkspace(server.BaseAddress, null);

        (await anybody.CallAsync(HttpMethod.Post, "/api/v1/message/receive", """{"type":"messages"}""", headers: ("x-verify-token", "s1agenttoken$$$"))).Ok();
    }

    [Fact]
    public async Task Known_contact_is_told_as_the_workspace_knows_it()
    {
        var workspace = await server.NewWorkspaceAsync();
        await workspace.CustomerWritesAsync(JsonNode.Parse("""{"from":{"phone":"+911234567890","name":"Asha"}}"""));

        var told = (await workspace.PostAsync("/api/v1/contact/info", new JsonObject { ["contactId"] = "wa911234567890_918828218374" })).Ok().Body!;

        Assert.Equal(("Asha", "911234567890"), ((string?)told["name"], (string?)told["mobile"]));
    }

    [Fact]
    public async Task Unknown_contact_is_made_up_and_always_the_same()
    {
        var workspace = await server.NewWorkspaceAsync();
        var question = new JsonObject { ["contactId"] = "fb:12121212121" };

        var first = (await workspace.PostAsync("/api/v1/contact/info", question)).Ok();
        var second = (await workspace.PostAsync("/api/v1/contact/info", question)).Ok();

        Assert.Equal(first.Text, second.Text);
        Assert.NotEmpty((string)first.Body!["name"]!);
    }
}
