using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Behaviour;

[Heading("8")]
public sealed class ClientAppTests(MockServer server)
{
    [Fact]
    [Shows("8.1", "8.3", "8.4")]
    public async Task App_is_told_without_its_secrets()
    {
        var workspace = await server.InAsync(Steps.Production);

        var app = (await workspace.RawAsync("/api/v1/config/webhook", new JsonObject { ["url"] = "http://localhost:1/x" })).Results[0]!;

        Assert.Equal(("Webhook Bot", "my_bot", "WEBHOOK", "WEBHOOK", "http://localhost:1/x"), (
            (string?)app["keyName"], (string?)app["queue"], (string?)app["appType"], (string?)app["type"], (string?)app["webhook"]));
        Assert.Equal((false, false, false, false), ((bool)app["shared"]!, (bool)app["readOnly"]!, (bool)app["agentApp"]!, (bool)app["feedbackApp"]!));
        Assert.Equal((null, null, null), (app["key"], app["appHook"], app["secret"]));
    }

    [Theory]
    [InlineData("agent_desk", "AGENT")]
    [InlineData("script_bot", "WEBHOOK")]
    [InlineData("basic_bot", "BOT")]
    [InlineData("bot_flow", "SCRIPTUS")]
    [InlineData("app_flow", "SCRIPTUS")]
    [InlineData("feedback", "SCRIPTUS")]
    [InlineData("admin_panel", "PUSH")]
    [InlineData("my_bot", "WEBHOOK")]
    [Shows("8.2")]
    public async Task Mode_follows_from_the_type(string queue, string mode)
    {
        var workspace = await server.NewWorkspaceAsync();

        var routed = (await workspace.PostAsync("/api/v1/session/routing", new JsonObject { ["sessionId"] = await workspace.SessionAsync(), ["queue"] = queue })).Results[0]!;

        Assert.Equal(mode, (string?)routed["session"]!["mode"]);
    }
}
