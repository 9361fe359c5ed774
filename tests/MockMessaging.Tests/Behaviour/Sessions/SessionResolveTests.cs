using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Xunit;

namespace MockMessaging.Tests.Behaviour;

[Heading("6.5")]
public sealed class SessionResolveTests(MockServer server)
{
    [Fact]
    [Shows("6.5.1", "6.5.4")]
    public async Task Resolving_answers_SESSION_STATUS_and_leaves_the_session_open()
    {
        var workspace = await server.NewWorkspaceAsync();
        var session = await workspace.SessionAsync();

        var resolved = (await workspace.ActAsync("resolve", session)).Results[0]!;

        Assert.Equal("SESSION_STATUS", (string?)resolved["eventCode"]);
        Assert.Equal(session, await workspace.SessionAsync());
    }

    [Fact]
    [Shows("6.5.1")]
    public async Task Session_is_resolved()
    {
        var workspace = await server.NewWorkspaceAsync();

        Assert.True((bool)(await workspace.ActAsync("resolve", await workspace.SessionAsync())).Results[0]!["session"]!["resolved"]!);
    }

    [Fact]
    [Shows("6.5.2")]
    public async Task Closed_session_cannot_be_resolved_any_more()
    {
        var workspace = await server.InAsync(Steps.Production);
        var session = await workspace.SessionAsync();
        await workspace.ActAsync("close", session);

        Assert.Empty((await workspace.ActAsync("resolve", session)).Results);
    }

    [Fact]
    [Shows("6.5.3")]
    public async Task Resolved_session_goes_to_the_feedback_queue()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var own = await MockServer.StartAsync(options => options.Sessions.FeedbackQueue = "second_bot", TestWorkspace.Cancelled);
        var workspace = new TestWorkspace(own.BaseAddress, "mine");
        await workspace.FreezeAsync();
        await (await workspace.AsQueueAsync("second_bot")).RegisterWebhookAsync(receiver.Url);
        var session = await workspace.SessionAsync();

        var resolved = (await workspace.ActAsync("resolve", session)).Results[0]!;
        await workspace.AdvanceAsync();

        Assert.Equal(("SESSION_STATUS", "my_bot"), ((string?)resolved["eventCode"], (string?)resolved["session"]!["queue"]));
        Assert.Equal(("SESSION_ROUTED", "my_bot", "second_bot"), (
            Assert.Single(receiver.All).Subject, (string?)receiver.All[0].Item["sessionRouted"]!["sourceQueue"], (string?)receiver.All[0].Item["sessionRouted"]!["targetQueue"]));
        Assert.Equal(session, await workspace.SessionAsync());
    }

    [Fact]
    [Shows("6.5.3")]
    public async Task Feedback_queue_of_nobody_is_refused_at_the_start()
    {
        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => MockServer.StartAsync(
            options => options.Sessions.FeedbackQueue = "nowhere", TestWorkspace.Cancelled));

        Assert.StartsWith("Sessions:FeedbackQueue: 'nowhere'", Assert.Single(refusal.Failures), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Steps.Documented, """["SESSION_STATUS"]""", "{}")]
    [InlineData(Steps.Production, "[]", null)]
    [Shows("2.1.4", "6.5.2")]
    public async Task Resolving_again_tells_the_event_or_nothing(string fidelity, string codes, string? meta)
    {
        var workspace = await server.InAsync(fidelity);
        var session = await workspace.SessionAsync();
        await workspace.ActAsync("resolve", session);

        var again = (await workspace.ActAsync("resolve", session)).Ok().Body!;

        Assert.Equal("SUCCESS", (string?)again["statusKey"]);
        Assert.Equal(codes, new JsonArray([.. again["results"]!.AsArray().Select(told => told!["eventCode"]!.DeepClone())]).ToJsonString());
        Assert.Equal(meta, again["meta"]?.ToJsonString());
    }
}
