using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Behaviour;

[Heading("10.3")]
public sealed class ClientStoryTests(MockServer server)
{
    private const string Question = """{"type":"text","text":{"body":"Pick one"},"options":{"buttons":[{"code":"AGENT","label":"A human"}]},"image":null,"video":null}""";

    [Theory]
    [InlineData(Steps.Documented)]
    [InlineData(Steps.Production)]
    [Shows("10.3.1")]
    public async Task Bot_greets_asks_hears_the_button_hands_over_and_closes(string fidelity)
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.InAsync(fidelity);
        var client = new LenientClient(workspace);
        await client.RegisterAsync(receiver.Url);

        await WritesAsync(workspace, "Hi");
        var (start, greeting) = (receiver.All[0].Body, receiver.All[1].Body);
        Assert.Equal(("start", "Hi"), (LenientClient.EventOf(start), LenientClient.TextOf(greeting)));
        Assert.Equal(LenientClient.SessionOf(start), LenientClient.SessionOf(greeting));

        await client.SendAsync(greeting, Question);
        await workspace.AdvanceAsync();
        await PressesAsync(workspace, "AGENT");
        var pressed = receiver.All[^1].Body;
        Assert.Equal("AGENT", LenientClient.ButtonOf(pressed));
        Assert.Equal(LenientClient.SessionOf(greeting), LenientClient.SessionOf(pressed));

        await client.RouteAsync(pressed, "agent_desk");
        await client.CloseAsync(pressed);
        await client.RegisterAsync("");
        await WritesAsync(workspace, "Anybody?");
        await workspace.AdvanceAsync();
        Assert.Equal(["SESSION_ROUTED", "text", "SENT", "DLVRD", "READ", "text"], receiver.Subjects);
    }

    [Theory]
    [InlineData(Steps.Documented)]
    [InlineData(Steps.Production)]
    [Shows("10.3.1", "5.1.11", "5.3.3", "5.4.1", "5.4.2")]
    public async Task Two_bots_share_a_workspace_and_each_hears_only_its_own(string fidelity)
    {
        await using var first = await WebhookReceiver.StartAsync();
        await using var second = await WebhookReceiver.StartAsync();
        var workspace = await server.InAsync(fidelity);
        var client = new LenientClient(workspace);
        await client.RegisterAsync(first.Url);
        await new LenientClient(await workspace.AsQueueAsync("second_bot")).RegisterAsync(second.Url);

        await WritesAsync(workspace, "Hi");
        var greeting = first.All[^1].Body;
        await client.SendAsync(greeting, Question);
        await client.RouteAsync(greeting, "second_bot", new JsonObject { ["topic"] = "order" });
        await workspace.AdvanceAsync();
        var handed = second.All[0].Body;
        Assert.Equal(("routed", "order"), (LenientClient.EventOf(handed), LenientClient.ParamOf(handed, "topic")));
        Assert.Equal(LenientClient.SessionOf(greeting).Session, LenientClient.SessionOf(handed).Session);
        Assert.NotEqual(LenientClient.SessionOf(greeting).Routing, LenientClient.SessionOf(handed).Routing);

        await PressesAsync(workspace, "AGENT");
        Assert.Equal(LenientClient.SessionOf(handed), LenientClient.SessionOf(second.All[^1].Body));
        await client.SendAsync(second.All[^1].Body, """{"type":"template","template":{"code":"FEEDBACK"}}""");
        await workspace.AdvanceAsync();
        await client.CloseAsync(second.All[1].Body);
        await workspace.AdvanceAsync();
        Assert.Equal("SESSION_CLOSED", LenientClient.EventOf(second.All[^1].Body));

        await WritesAsync(workspace, "Hi again");
        Assert.Equal("start", LenientClient.EventOf(first.All[^2].Body));
        Assert.NotEqual(LenientClient.SessionOf(greeting).Session, LenientClient.SessionOf(first.All[^1].Body).Session);
        Assert.Equal(["SESSION_ROUTED", "text", "SENT", "DLVRD", "READ", "SESSION_ROUTED", "text"], first.Subjects);
        Assert.Equal(["SESSION_ROUTED", "text", "SENT", "DLVRD", "READ", "SESSION_CLOSED"], second.Subjects);
    }

    [Fact]
    [Shows("10.3.1")]
    public async Task Routing_back_to_ones_own_queue_starts_the_bot_anew()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.InAsync(Steps.Production, receiver);
        await WritesAsync(workspace, "Hi");
        var greeting = receiver.All[^1].Body;

        await new LenientClient(workspace).RouteAsync(greeting, "my_bot");
        await workspace.AdvanceAsync();

        Assert.Equal("start", LenientClient.EventOf(receiver.All[^1].Body));
        Assert.NotEqual(LenientClient.SessionOf(greeting).Routing, LenientClient.SessionOf(receiver.All[^1].Body).Routing);
    }

    private static Task WritesAsync(TestWorkspace workspace, string words) => CustomerAsync(workspace, "text", new JsonObject { ["body"] = words });

    private static Task PressesAsync(TestWorkspace workspace, string code) => CustomerAsync(workspace, "reply", new JsonObject { ["id"] = code, ["title"] = "A human" });

    private static Task CustomerAsync(TestWorkspace workspace, string kind, JsonObject content) =>
        workspace.CustomerWritesAsync(new JsonObject { ["from"] = new JsonObject { ["phone"] = TestWorkspace.Phone }, [kind] = content });
}
