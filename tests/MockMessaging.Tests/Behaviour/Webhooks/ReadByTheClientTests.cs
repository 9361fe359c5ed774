using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Behaviour;

[Heading("10.1")]
public sealed class ReadByTheClientTests(MockServer server)
{
    [Fact]
    [Shows("10.1.1", "10.1.2", "10.1.4")]
    public async Task Every_push_names_contact_channel_and_where_to_answer()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.InAsync(Steps.Production, receiver);
        await workspace.CustomerWritesAsync();
        await workspace.AcceptedAsync(TestWorkspace.Text());
        await workspace.ActAsync("close", await workspace.SessionAsync());
        await workspace.AdvanceAsync();

        Assert.Equal(["events", "messages", "statuses"], receiver.All.Select(push => push.Type).Distinct().Order(StringComparer.Ordinal));
        Assert.All(receiver.All, push =>
        {
            Assert.Equal(("wa919876543210_918828218374", "wa360:918828218374"), ((string?)push.Body["contacts"]![0]!["contactId"], (string?)push.Body["contacts"]![0]!["channelId"]));
            Assert.All(new[] { "domain", "server", "appId" }, name => Assert.NotEmpty((string)push.Body["meta"]![name]!));
            Assert.True(push.Type == "statuses" || push.Item["session"] is JsonObject);
            Assert.Equal(push.Type == "messages", push.Body["messages"] is JsonArray { Count: > 0 });
        });
    }

    [Fact]
    [Shows("10.1.3")]
    public async Task Button_code_is_in_the_input()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.InAsync(Steps.Production, receiver);

        await workspace.CustomerWritesAsync(JsonNode.Parse("""{"reply":{"id":"YES"}}"""));

        Assert.Equal("YES", LenientClient.ButtonOf(receiver.All[^1].Body));
    }
}
