using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Behaviour;

[Heading("10.3")]
public sealed class ClientStoryTests(MockServer server)
{
    [Theory]
    [InlineData(Steps.Documented)]
    [InlineData(Steps.Production)]
    [Shows("10.3.1")]
    public async Task Bot_greets_asks_hears_the_button_hands_over_and_closes(string fidelity)
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.InAsync(fidelity, receiver);
        var client = new LenientClient(workspace);
        var customer = new JsonObject { ["phone"] = TestWorkspace.Phone };

        await workspace.CustomerWritesAsync(new JsonObject { ["from"] = customer.DeepClone(), ["text"] = new JsonObject { ["body"] = "Hi" } });
        Assert.True(LenientClient.IsStart(receiver.All[0].Body));
        Assert.Equal("Hi", LenientClient.TextOf(receiver.All[1].Body));

        await client.SendAsync(receiver.All[1].Body, JsonNode.Parse("""{"type":"text","text":{"body":"Pick one"},"options":{"buttons":[{"code":"AGENT","label":"A human"}]}}""")!);
        await workspace.AdvanceAsync();
        await workspace.CustomerWritesAsync(new JsonObject { ["from"] = customer.DeepClone(), ["reply"] = new JsonObject { ["id"] = "AGENT", ["title"] = "A human" } });
        var pressed = receiver.All[^1].Body;
        Assert.Equal("AGENT", LenientClient.ButtonOf(pressed));
        Assert.Equal(LenientClient.SessionOf(receiver.All[1].Body), LenientClient.SessionOf(pressed));

        await client.RouteAsync(pressed, "second_bot");
        await client.CloseAsync(pressed);
        await workspace.AdvanceAsync();
        Assert.True(await client.ResetAsync());
        Assert.Equal(["SESSION_ROUTED", "text", "SENT", "DLVRD", "READ", "text"], receiver.Subjects);
    }

    /// <summary>Reads what the vendor's own client reads, and nothing else: statusKey and results of answers, a few paths of pushes.</summary>
    private sealed class LenientClient(TestWorkspace workspace)
    {
        public static string? TextOf(JsonNode push) => (string?)push["messages"]![0]!["text"]!["body"];

        public static string? ButtonOf(JsonNode push) => (string?)push["messages"]![0]!["input"]!["reply_id"];

        public static (string?, string?) SessionOf(JsonNode push) => ((string?)push["messages"]![0]!["session"]!["sessionId"], (string?)push["messages"]![0]!["session"]!["routingId"]);

        public static bool IsStart(JsonNode push) => (string?)push["events"]![0]!["eventCode"] == "SESSION_ROUTED" && (bool)push["events"]![0]!["sessionRouted"]!["sessionStart"]!;

        public async Task SendAsync(JsonNode push, JsonNode content)
        {
            content["channelId"] = (string?)push["contacts"]![0]!["channelId"];
            content["to"] = new JsonObject { ["contactId"] = (string?)push["contacts"]![0]!["contactId"] };
            Assert.NotEmpty((string)(await CallAsync(Steps.Send, content))[0]!["id"]!);
        }

        public Task RouteAsync(JsonNode push, string queue) => CallAsync("/api/v1/session/routing", new JsonObject { ["sessionId"] = SessionOf(push).Item1, ["queue"] = queue, ["params"] = new JsonObject() });

        public Task CloseAsync(JsonNode push) => CallAsync("/api/v1/session/close", new JsonObject { ["sessionId"] = SessionOf(push).Item1 });

        public async Task<bool> ResetAsync() => (await CallAsync("/api/v1/config/webhook", new JsonObject { ["url"] = "" })).Count == 1;

        private async Task<JsonArray> CallAsync(string path, JsonNode body)
        {
            var answer = (await workspace.RawAsync(path, body)).Body!;
            Assert.Equal("SUCCESS", (string?)answer["statusKey"]);
            return answer["results"]!.AsArray();
        }
    }
}
