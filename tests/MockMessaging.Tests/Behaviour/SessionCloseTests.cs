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
}
