using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Behaviour;

[Heading("3.9")]
public sealed class SessionRoutesTests(MockServer server)
{
    [Theory]
    [InlineData(Steps.Documented)]
    [InlineData(Steps.Production)]
    [Shows("3.9.1")]
    public async Task Messages_are_answered_to_GET_and_POST_alike(string fidelity)
    {
        var workspace = await server.InAsync(fidelity);
        await workspace.AcceptedAsync(TestWorkspace.Text());
        var session = await workspace.ConversationAsync();

        var posted = await workspace.TranscriptAsync(session);

        var got = (await workspace.RawAsync("/xms/api/v1/session/messages?sessionId=" + session["sessionId"], null)).Results;
        Assert.Equal(2, got.Count);
        Assert.True(JsonNode.DeepEquals(posted, got));
    }

    [Fact]
    [Shows("0.3")]
    public async Task Unknown_session_is_not_found()
    {
        var workspace = await server.NewWorkspaceAsync();
        foreach (var route in new[] { "close", "resolve", "messages", "routing" })
        {
            var refused = (await workspace.PostAsync("/api/v1/session/" + route, new JsonObject { ["sessionId"] = "nobody" })).Is(HttpStatusCode.NotFound);
            Assert.Equal(("HTTP_NOT_FOUND", "sessionId"), ((string?)refused.Body!["statusKey"], (string?)refused.Error["field"]));
        }
    }
}
