using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Behaviour;

[Heading("10.2")]
public sealed class CalledByTheClientTests(MockServer server)
{
    [Theory]
    [InlineData("""{"type":"voice","voice":{"link":"https://files.example/a.ogg"},"text":null,"image":null}""")]
    [InlineData("""{"type":"template","template":{"code":"FEEDBACK"}}""")]
    [InlineData("""{"type":"text","text":{"body":"Pick"},"options":{"buttons":[{"code":"A","label":"Apple"}]},"anything":1}""")]
    [Shows("10.2.1")]
    public async Task Whatever_the_client_sends_is_taken(string part)
    {
        var message = JsonNode.Parse(part)!;
        message["channelId"] = TestWorkspace.WhatsApp;
        message["to"] = new JsonObject { ["contactId"] = "wa919876543210_918828218374" };

        Assert.Equal("SUCCESS", (string?)(await (await server.InAsync(Steps.Production)).RawAsync(Steps.Send, message)).Ok().Body!["statusKey"]);
    }

    [Fact]
    [Shows("10.2.2")]
    public async Task Routing_closing_and_registering_answer_2xx_JSON()
    {
        var workspace = await server.InAsync(Steps.Production);
        var session = await workspace.SessionAsync();

        Assert.NotNull((await workspace.RawAsync("/api/v1/session/routing", JsonNode.Parse($$"""{"sessionId":"{{session}}","queue":"agent_desk","agent":"a","team":"t","skills":[]}"""))).Ok().Body);
        Assert.NotNull((await workspace.ActAsync("close", session)).Ok().Body);
        Assert.NotNull((await workspace.ActAsync("close", session)).Ok().Body);
        Assert.NotNull((await workspace.RawAsync("/api/v1/config/webhook", new JsonObject { ["url"] = "" })).Ok().Body);
    }

    [Theory]
    [InlineData("/api/v1/message/send", "{")]
    [InlineData("/api/v1/session/close", """{"sessionId":"nobody"}""")]
    [InlineData("/api/v1/nowhere", "{}")]
    [Shows("10.2.3")]
    public async Task Every_refusal_is_JSON(string path, string body)
    {
        var refused = await (await server.InAsync(Steps.Production)).CallAsync(HttpMethod.Post, path, body);

        Assert.True((int)refused.Status >= 400);
        Assert.Equal("application/json", refused.Raw.Content.Headers.ContentType?.MediaType);
        Assert.IsType<JsonObject>(refused.Body);
    }

    [Theory]
    [InlineData("agent_desk")]
    [InlineData("basic_bot")]
    [InlineData("script_bot")]
    [Shows("3.4.1", "10.2.3")]
    public async Task App_that_may_not_register_is_told_so_in_JSON(string queue)
    {
        var workspace = await (await server.InAsync(Steps.Production)).AsQueueAsync(queue);

        var refused = (await workspace.RawAsync("/xms/api/v1/config/webhook", new JsonObject { ["url"] = "http://localhost:1" })).Is(HttpStatusCode.BadRequest);

        Assert.Equal(("WebhookUrlRequest", "appType", "INCORRECT_APP_TYPE"), ((string?)refused.Error["obzect"], (string?)refused.Error["field"], (string?)refused.Error["codeKey"]));
    }
}
