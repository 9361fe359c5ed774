using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Scenarios;

/// <summary>What GET shows of a channel, template, app or variable is what PUT takes.</summary>
public sealed class SentBackTests(MockServer server)
{
    [Theory]
    [InlineData("channels", "channels", "channelId")]
    [InlineData("templates", "templates", "id")]
    [InlineData("apps", "apps", "id")]
    [InlineData("vars", "variables", "key")]
    public async Task Each_built_in_item_can_be_sent_back_as_it_is(string route, string list, string id)
    {
        var workspace = await server.NewWorkspaceAsync();
        foreach (var path in (await workspace.GetAsync($"/_sandbox/{route}")).Ok().Body![list]!.AsArray().Select(item => $"/_sandbox/{route}/{item![id]}"))
        {
            var shown = (await workspace.GetAsync(path)).Ok().Text;

            Assert.Equal(shown, (await workspace.CallAsync(HttpMethod.Put, path, shown)).Ok().Text);
            Assert.Equal(shown, (await workspace.GetAsync(path)).Ok().Text);
        }
    }

    [Fact]
    public async Task Put_replaces_the_whole_app()
    {
        var workspace = await server.NewWorkspaceAsync();
        const string Path = "/_sandbox/apps/mine";
        (await workspace.CallAsync(HttpMethod.Put, Path, """{"appType":"WEBHOOK","queue":"q","keyName":"Q","webhook":"http://127.0.0.1:9/"}""")).Ok();

        var app = (await workspace.CallAsync(HttpMethod.Put, Path, """{"appType":"WEBHOOK"}""")).Ok().Body!;

        Assert.Equal(("mine", "mine", null), ((string?)app["queue"], (string?)app["keyName"], (string?)app["webhook"]));
    }

    [Fact]
    public async Task Row_of_an_approval_keeps_its_reason_and_its_time()
    {
        var workspace = await server.NewWorkspaceAsync();
        const string Path = "/_sandbox/templates/own";
        var shown = (await workspace.CallAsync(HttpMethod.Put, Path, """{"code":"OWN","body":"a","contactType":"SMS","status":"pending","reason":"Wait.","approveAfter":"PT1H"}""")).Ok().Text;

        Assert.Equal(shown, (await workspace.CallAsync(HttpMethod.Put, Path, shown)).Ok().Text);
        Assert.Equal("Wait.", (string?)JsonNode.Parse(shown)!["approved"]![0]!["reason"]);
    }
}
