using System.Text.Json.Nodes;
using MockMessaging.State;
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

    [Fact]
    [Shows("8.1", "8.3", "8.4")]
    public async Task App_has_exactly_these_properties_and_these_values()
    {
        var workspace = await (await server.InAsync(Steps.Production)).AsQueueAsync("second_bot");

        var app = (await workspace.RawAsync("/api/v1/config/webhook", new JsonObject { ["url"] = "" })).Results[0]!.AsObject();

        Assert.Equal(
            ["agentApp", "appMode", "appType", "feedbackApp", "id", "keyName", "queue", "readOnly", "shared", "type", "webhook"],
            app.Where(property => property.Value is not null).Select(property => property.Key).Order(StringComparer.Ordinal));
        Assert.Equal((workspace.AppId, "Second Webhook Bot", "second_bot", ""), ((string?)app["id"], (string?)app["keyName"], (string?)app["queue"], (string?)app["webhook"]));
        Assert.Equal(("WEBHOOK", "WEBHOOK"), ((string?)app["appMode"], (string?)app["type"]));
    }

    [Theory]
    [InlineData("AGENT", "AGENT MITEL")]
    [InlineData("WEBHOOK", "WEBHOOK APP_SCRIPT")]
    [InlineData("BOT", "BOT FAQ FEEDBACK TEAM_ROUTER APP_ROUTER APP_SWITCH QUICK_GALLERY QUICK_MENU AVAMO")]
    [InlineData("SCRIPTUS", "FEEDBACK_V2 BOTFLOW AGENT_GPT APPFLOW")]
    [InlineData("PUSH", "PUSHAPP MOENGAGE DEFAULT")]
    [Shows("8.2")]
    public void Every_type_has_its_mode(string mode, string appTypes) => Assert.All(appTypes.Split(' '), appType => Assert.Equal(mode, AppTypes.ModeOf(appType)));
}
