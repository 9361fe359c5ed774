using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Behaviour;

[Heading("6.1")]
public sealed class EventCodesTests(MockServer server)
{
    [Fact]
    [Shows("6.1.1")]
    public async Task New_conversation_is_announced_before_its_first_message()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);

        await workspace.CustomerWritesAsync();
        await workspace.CustomerWritesAsync();

        Assert.Equal(["SESSION_ROUTED", "text", "text"], receiver.Subjects);
        Assert.True((bool)receiver.All[0].Item["sessionRouted"]!["sessionStart"]!);
    }

    [Theory]
    [InlineData(Steps.Documented)]
    [InlineData(Steps.Production)]
    [Shows("6.1.1", "6.1.2")]
    public async Task Codes_are_the_documented_ones_and_type_stays_empty(string fidelity)
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.InAsync(fidelity, receiver);
        var session = await workspace.SessionAsync();
        await workspace.RawAsync("/api/v1/session/routing", new JsonObject { ["sessionId"] = session, ["queue"] = "my_bot" });
        await workspace.ActAsync("close", session);
        await workspace.AdvanceAsync();

        var events = receiver.All.Where(push => push.Type == "events").ToList();
        Assert.Equal(["SESSION_ROUTED", "SESSION_ROUTED", "SESSION_CLOSED"], events.Select(push => push.Subject));
        Assert.All(events, push => Assert.False(push.Item.AsObject().ContainsKey("type")));
        Assert.Equal([true, false], events.Take(2).Select(push => (bool)push.Item["sessionRouted"]!["sessionStart"]!));
    }
}
