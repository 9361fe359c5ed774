using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Scenarios;

public sealed class CustomersTests(MockServer server)
{
    [Fact]
    public async Task Empty_body_makes_somebody_up_who_says_something()
    {
        var workspace = await server.NewWorkspaceAsync();

        var message = (await workspace.CustomerWritesAsync(new JsonObject()))["message"]!;

        Assert.Matches("^91[0-9]{10}$", (string?)message["from"]);
        Assert.NotEmpty((string)message["text"]!["body"]!);
    }

    [Fact]
    public async Task Customer_of_a_social_channel_is_known_by_the_account()
    {
        var workspace = await server.NewWorkspaceAsync();

        var message = (await workspace.CustomerWritesAsync(JsonNode.Parse("""{"channelId":"fb:104729385610284","from":{"csid":"777"}}""")))["message"]!;

        Assert.Equal(("fb777_104729385610284", "777"), ((string?)message["contactId"], (string?)message["from"]));
    }

    [Fact]
    public async Task Unknown_type_is_refused_with_the_possible_ones()
    {
        var workspace = await server.NewWorkspaceAsync();

        var refused = (await workspace.PostAsync("/_sandbox/inbound", new JsonObject { ["type"] = "pigeon" })).Is(System.Net.HttpStatusCode.BadRequest);

        Assert.Contains("text, image", (string?)refused.Body!["detail"], StringComparison.Ordinal);
    }

}
