using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Behaviour;

[Heading("3.4")]
public sealed class WebhookRegistrationTests(MockServer server)
{
    [Fact]
    [Shows("3.4.3", "8.3")]
    public async Task Setting_the_webhook_answers_with_the_app_and_its_new_URL()
    {
        var workspace = await server.NewWorkspaceAsync();

        var answer = await workspace.PostAsync("/api/v1/config/webhook", new JsonObject { ["url"] = "http://localhost:1/x" });

        var app = answer.Results[0]!;
        Assert.Equal(("my_bot", "WEBHOOK", "WEBHOOK", "http://localhost:1/x", ""), (
            (string?)app["queue"], (string?)app["appType"], (string?)app["appMode"], (string?)app["webhook"], (string?)app["key"]));
        Assert.Equal("http://localhost:1/x", (string?)answer.Body!["meta"]!["url"]);
    }

    [Fact]
    [Shows("3.4.1")]
    public async Task Only_a_webhook_app_can_register_one()
    {
        var workspace = (await server.NewWorkspaceAsync()).As("agent_desk");

        var refused = await workspace.PostAsync("/api/v1/config/webhook", new JsonObject { ["url"] = "http://localhost:1" });

        Assert.Equal(("WebhookUrlRequest", "appType", "INCORRECT_APP_TYPE"), ((string?)refused.Error["obzect"], (string?)refused.Error["field"], (string?)refused.Error["codeKey"]));
    }

    [Fact]
    [Shows("3.4.2")]
    public async Task Empty_URL_ends_the_pushes()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);
        await workspace.RegisterWebhookAsync("");

        await workspace.CustomerWritesAsync();

        Assert.Empty(receiver.All);
    }

    [Fact]
    [Shows("3.4.2")]
    public async Task URL_that_is_none_is_accepted_and_told_with_the_push()
    {
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync("not a url");

        Assert.Contains("not an absolute http", (string?)(await workspace.CustomerWritesAsync())["push"]!["attempts"]![0]!["cause"], StringComparison.Ordinal);
    }
}
