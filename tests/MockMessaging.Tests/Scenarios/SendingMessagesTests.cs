using System.Text.Json.Nodes;
using MockMessaging.Seeding;
using Xunit;

namespace MockMessaging.Tests.Scenarios;

public sealed class SendingMessagesTests(MockServer server)
{
    [Fact]
    public async Task Text_is_read_back_as_sent()
    {
        var workspace = await server.NewWorkspaceAsync();

        var message = await workspace.MessageAsync(await workspace.SendTextAsync(body: "Grüße & <b>mehr</b> 😀"));

        Assert.Equal("Grüße & <b>mehr</b> 😀", (string?)message["text"]);
    }

    [Fact]
    public async Task Place_is_read_back_as_a_card_with_a_location()
    {
        var workspace = await server.NewWorkspaceAsync();
        var request = TestWorkspace.Text();
        request["type"] = "location";
        request["location"] = new JsonObject { ["latitude"] = 12.9, ["longitude"] = "77.5", ["name"] = "Office" };

        var message = await workspace.MessageAsync(await workspace.SendAsync(request));

        Assert.Equal(("12.9", "77.5"), ((string?)message["vccards"]![0]!["locations"]![0]!["latitude"], (string?)message["vccards"]![0]!["locations"]![0]!["longitude"]));
    }

    [Fact]
    public async Task Contact_card_is_read_back_with_its_phones()
    {
        var workspace = await server.NewWorkspaceAsync();
        var request = TestWorkspace.Text();
        request["type"] = "contacts";
        request["contacts"] = JsonNode.Parse("""[{"name":{"formatted_name":"Ravi Rao"},"phones":[{"phone":"+1 555","wa_id":1555}]}]""");

        var card = (await workspace.MessageAsync(await workspace.SendAsync(request)))["vccards"]![0]!;

        Assert.Equal(("Ravi Rao", "1555"), ((string?)card["name"]!["formattedName"], (string?)card["phones"]![0]!["whatsAppId"]));
    }

    [Fact]
    public async Task Opt_in_is_stamped_on_the_contact()
    {
        var workspace = await server.NewWorkspaceAsync();
        var request = TestWorkspace.Text();
        request["type"] = "optin";

        var message = await workspace.MessageAsync(await workspace.SendAsync(request));

        Assert.True((long)message["contact"]!["lastOptInStamp"]! > 0);
    }

    [Fact]
    public async Task Nothing_is_kept_of_a_refused_message()
    {
        var workspace = await server.NewWorkspaceAsync();
        var before = await workspace.LookAsync();

        await workspace.CallAsync(HttpMethod.Post, "/api/v1/message/send", """{"channelId":"wa360:918828218374","type":"image","to":{"phone":"+915550100"}}""");

        var after = await workspace.LookAsync();
        foreach (var count in new[] { "contacts", "sessions", "messages" })
        {
            Assert.Equal((int)before[count]!, (int)after[count]!);
        }
    }

    public static TheoryData<string> SendRequests => [.. Fixtures.RequestNames.Where(name => name.StartsWith("message-send", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(SendRequests))]
    public async Task Example_of_the_documentation_works(string name)
    {
        var workspace = await server.NewWorkspaceAsync();

        Assert.NotEmpty(await workspace.SendAsync(JsonNode.Parse(Fixtures.Request(name))!));
    }
}
