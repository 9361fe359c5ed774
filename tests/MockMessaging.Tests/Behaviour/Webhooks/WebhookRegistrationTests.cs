using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Behaviour;

[Heading("3.4")]
public sealed class WebhookRegistrationTests(MockServer server)
{
    private const string Route = "/api/v1/config/webhook";

    [Theory]
    [InlineData(Steps.Documented)]
    [InlineData(Steps.Production)]
    [Shows("3.4.3", "8.3")]
    public async Task Setting_the_webhook_answers_with_the_app_and_its_new_URL(string fidelity)
    {
        var workspace = await server.InAsync(fidelity);
        await RegisterAsync(workspace, "http://localhost:1/old");

        var answer = await RegisterAsync(workspace, "http://localhost:1/x");

        var app = Assert.Single(answer.Results)!;
        Assert.Equal(("my_bot", "WEBHOOK", "WEBHOOK", "http://localhost:1/x"), (
            (string?)app["queue"], (string?)app["appType"], (string?)app["appMode"], (string?)app["webhook"]));
        Assert.True(string.IsNullOrEmpty((string?)app["key"]));
        Assert.True(JsonNode.DeepEquals(new JsonObject { ["url"] = "http://localhost:1/x", ["forward"] = null }, answer.Body!["meta"]), answer.Text);
    }

    [Theory]
    [InlineData("basic_bot", "BOT")]
    [InlineData("agent_desk", "AGENT")]
    [InlineData("admin_panel", "DEFAULT")]
    [InlineData("bot_flow", "BOTFLOW")]
    [InlineData("app_flow", "APPFLOW")]
    [InlineData("feedback", "FEEDBACK_V2")]
    [InlineData("script_bot", "APP_SCRIPT")]
    [Shows("3.4.1")]
    public async Task Only_an_app_of_type_WEBHOOK_can_register_one(string queue, string appType)
    {
        foreach (var fidelity in new[] { Steps.Documented, Steps.Production })
        {
            var workspace = await server.InAsync(fidelity);

            var refused = (await (await workspace.AsQueueAsync(queue)).RawAsync(Route, new JsonObject { ["url"] = "http://localhost:1" })).Is(HttpStatusCode.BadRequest);

            Assert.Equal(("PARAM_INVALID", "WebhookUrlRequest", "appType", "INCORRECT_APP_TYPE"), (
                (string?)refused.Body!["statusKey"], (string?)refused.Error["obzect"], (string?)refused.Error["field"], (string?)refused.Error["codeKey"]));
            var app = (await workspace.LookAsync())["apps"]!.AsArray().Single(app => (string?)app!["queue"] == queue)!;
            Assert.Equal((appType, null), ((string?)app["appType"], (string?)app["webhook"]));
        }
    }

    [Theory]
    [InlineData("not a url")]
    [InlineData("ftp://localhost/x")]
    [InlineData("http://")]
    [InlineData(" https://user@nowhere.invalid:99999/?a=b#c ")]
    [Shows("3.4.2")]
    public async Task Url_is_stored_unchecked(string url)
    {
        foreach (var fidelity in new[] { Steps.Documented, Steps.Production })
        {
            var workspace = await server.InAsync(fidelity);

            var app = (await RegisterAsync(workspace, url)).Results[0]!;

            Assert.Equal((url, url), ((string?)app["webhook"], await WebhookAsync(workspace)));
        }
    }

    [Fact]
    [Shows("3.4.2")]
    public async Task Empty_URL_clears_it_and_ends_the_pushes()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        foreach (var fidelity in new[] { Steps.Documented, Steps.Production })
        {
            var workspace = await server.InAsync(fidelity, receiver);

            var app = (await RegisterAsync(workspace, "")).Results[0]!;
            await workspace.CustomerWritesAsync();

            Assert.Equal(("", null), ((string?)app["webhook"], await WebhookAsync(workspace)));
            Assert.Empty(receiver.All);
        }
    }

    [Fact]
    [Shows("3.4.2")]
    public async Task URL_that_is_none_is_told_with_the_push()
    {
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync("not a url");

        Assert.Contains("not an absolute http", (string?)(await workspace.CustomerWritesAsync())["push"]!["attempts"]![0]!["cause"], StringComparison.Ordinal);
    }

    private static Task<Answer> RegisterAsync(TestWorkspace workspace, string url) => workspace.RawAsync(Route, new JsonObject { ["url"] = url });

    private static async Task<string?> WebhookAsync(TestWorkspace workspace) =>
        (string?)(await workspace.LookAsync())["apps"]!.AsArray().Single(app => (bool)app!["default"]!)!["webhook"];
}
