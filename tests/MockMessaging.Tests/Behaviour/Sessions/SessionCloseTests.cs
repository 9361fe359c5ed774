using System.Net;
using Xunit;

namespace MockMessaging.Tests.Behaviour;

[Heading("6.4")]
public sealed class SessionCloseTests(MockServer server)
{
    [Fact]
    [Shows("6.4.3")]
    public async Task Closing_again_tells_the_same_event_and_pushes_nothing()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);
        var session = await workspace.SessionAsync();
        await workspace.ActAsync("close", session);
        await workspace.AdvanceAsync();
        var before = receiver.All.Count;

        var again = (await workspace.ActAsync("close", session)).Results;
        await workspace.AdvanceAsync();

        Assert.Equal(("SESSION_CLOSED", before), ((string?)again[0]!["eventCode"], receiver.All.Count));
    }

    [Fact]
    [Shows("6.4.1")]
    public async Task Session_is_over_once_closed()
    {
        var workspace = await server.NewWorkspaceAsync();
        var session = await workspace.SessionAsync();

        Assert.True((bool)(await workspace.ActAsync("close", session)).Results[0]!["session"]!["resolved"]!);
        Assert.NotEqual(session, await workspace.SessionAsync());
    }

    [Fact]
    [Shows("6.4.2")]
    public async Task Resolved_session_is_closed_and_told()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.InAsync(Steps.Production, receiver);
        var session = await workspace.SessionAsync();
        await workspace.ActAsync("resolve", session);

        Assert.Equal("SESSION_CLOSED", (string?)(await workspace.ActAsync("close", session)).Results[0]!["eventCode"]);
        await workspace.AdvanceAsync();
        Assert.Equal("SESSION_CLOSED", receiver.Subjects.Last());
    }

    [Fact]
    [Shows("6.4.3")]
    public async Task Closed_session_gives_no_results_and_no_meta_in_Production()
    {
        var workspace = await server.InAsync(Steps.Production);
        var session = await workspace.SessionAsync();
        await workspace.ActAsync("close", session);

        var again = (await workspace.ActAsync("close", session)).Ok().Body!;

        Assert.Equal(("[]", null, "SUCCESS"), (again["results"]!.ToJsonString(), again["meta"], (string?)again["statusKey"]));
    }

    [Fact]
    [Shows("6.4.1")]
    public async Task Live_service_answers_the_event_with_an_empty_meta_and_tells_it_once()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.InAsync(Steps.Production, receiver);
        var session = await workspace.SessionAsync();

        var answer = (await workspace.ActAsync("close", session)).Ok().Body!;
        await workspace.ActAsync("close", session);
        await workspace.AdvanceAsync();

        Assert.Equal(("SESSION_CLOSED", "{}"), ((string?)Assert.Single(answer["results"]!.AsArray())!["eventCode"], answer["meta"]!.ToJsonString()));
        Assert.Equal(["SESSION_ROUTED", "text", "SESSION_CLOSED"], receiver.Subjects);
        Assert.Equal(session, (string?)receiver.All[^1].Item["sessionId"]);
    }

    [Fact]
    [Shows("6.4.4")]
    public async Task Unknown_session_gets_the_frameworks_answer_in_Production()
    {
        var refused = (await (await server.InAsync(Steps.Production)).ActAsync("close", "nobody")).Is(HttpStatusCode.InternalServerError);

        Assert.Equal(["error", "message", "path", "status", "timestamp"], refused.Body!.AsObject().Select(property => property.Key).Order(StringComparer.Ordinal));
        Assert.Equal(500, (int)refused.Body!["status"]!);
    }
}
