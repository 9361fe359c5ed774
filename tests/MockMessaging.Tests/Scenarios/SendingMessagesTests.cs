using System.Text.Json.Nodes;
using MockMessaging.Seeding;
using Xunit;

namespace MockMessaging.Tests.Scenarios;

public sealed class SendingMessagesTests(MockServer server)
{
    [Fact]
    public async Task Receipt_has_an_id_of_24_hex_digits_and_type_O()
    {
        var workspace = await server.NewWorkspaceAsync();

        var receipt = (await workspace.PostAsync("/api/v1/message/send", TestWorkspace.Text())).Results[0]!;

        Assert.Matches("^[0-9a-f]{24}$", (string?)receipt["id"]);
        Assert.Equal("O", (string?)receipt["type"]);
    }

    [Fact]
    public async Task Text_is_read_back_as_sent()
    {
        var workspace = await server.NewWorkspaceAsync();

        var message = await workspace.MessageAsync(await workspace.SendTextAsync(body: "Grüße & <b>mehr</b> 😀"));

        Assert.Equal("Grüße & <b>mehr</b> 😀", (string?)message["text"]);
        Assert.Equal(("O", "my_bot", "PM", "N"), ((string?)message["type"], (string?)message["name"], (string?)message["meta"]!["sendType"], (string?)message["meta"]!["composeType"]));
    }

    [Theory]
    [InlineData("image", "IMAGE")]
    [InlineData("video", "VIDEO")]
    [InlineData("audio", "AUDIO")]
    [InlineData("document", "DOCUMENT")]
    public async Task Medium_is_read_back_as_an_attachment_named_by_its_link(string type, string mediaType)
    {
        var workspace = await server.NewWorkspaceAsync();
        var request = TestWorkspace.Text();
        request["type"] = type;
        request[type] = new JsonObject { ["link"] = "http://files.example.com/a/b.bin?x=1", ["caption"] = "Look" };

        var attachment = (await workspace.MessageAsync(await workspace.SendAsync(request)))["attachments"]![0]!;

        Assert.Equal((mediaType, "b.bin", "Look"), ((string?)attachment["mediaType"], (string?)attachment["mediaName"], (string?)attachment["mediaCaption"]));
    }

    [Fact]
    public async Task Voice_note_of_the_vendors_own_client_is_read_back_as_audio()
    {
        var workspace = await server.NewWorkspaceAsync();
        var request = TestWorkspace.Text();
        request["type"] = "voice";
        request["voice"] = new JsonObject { ["link"] = "https://files.example.com/note.ogg" };

        var message = await workspace.MessageAsync(await workspace.SendAsync(request));

        Assert.Equal("note.ogg", (string?)message["attachments"]![0]!["mediaName"]);
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

    [Theory]
    [InlineData("system")]
    [InlineData("optin")]
    [InlineData("optout")]
    public async Task Message_without_content_of_its_own_is_accepted(string type)
    {
        var workspace = await server.NewWorkspaceAsync();
        var request = TestWorkspace.Text();
        request["type"] = type;

        Assert.NotEmpty(await workspace.SendAsync(request));
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
    public async Task Buttons_are_kept_under_the_options()
    {
        var workspace = await server.NewWorkspaceAsync();
        var request = TestWorkspace.Text();
        request["options"] = JsonNode.Parse("""{"buttonDisplayScheme":"list","buttons":[{"name":"a","code":"A","label":"First"}]}""");

        var options = (await workspace.MessageAsync(await workspace.SendAsync(request)))["options"]!;

        Assert.Equal(("A", true), ((string?)options["buttons"]![0]!["code"], (bool)options["list"]!));
    }

    [Fact]
    public async Task Message_sent_again_is_a_copy_to_the_same_contact()
    {
        var workspace = await server.NewWorkspaceAsync();
        var first = await workspace.SendTextAsync(body: "Once more");

        var second = await workspace.SendAsync(new JsonObject { ["channelId"] = TestWorkspace.WhatsApp, ["messageIdResend"] = first, ["type"] = "image" });

        var message = await workspace.MessageAsync(second);
        Assert.Equal(("Once more", first), ((string?)message["text"], (string?)message["messageIdResend"]));
    }

    [Theory]
    [InlineData("""{"phone":"+91 99887 76655"}""", "wa360:918828218374", "wa919988776655_918828218374")]
    [InlineData("""{"phone":"99887 76655"}""", "wa360:918828218374", "wa99887 76655_918828218374")]
    [InlineData("""{"phone":919988776655}""", "wa360:918828218374", "wa919988776655_918828218374")]
    [InlineData("""{"phone":"+447700900001"}""", "sms:447700900461", "sms447700900001_447700900461")]
    [InlineData("""{"email":"a@example.com"}""", "mailto:support@example.com", "emaila@example.com_support@example.com")]
    [InlineData("""{"contactId":"fb777_104729385610284","phone":"+1"}""", "fb:104729385610284", "fb777_104729385610284")]
    public async Task Contact_follows_from_address_and_channel(string to, string channelId, string contactId)
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);
        var request = TestWorkspace.Text(channelId: channelId);
        request["to"] = JsonNode.Parse(to);

        await workspace.SendAsync(request);
        await workspace.AdvanceAsync();

        Assert.Equal(contactId, (string?)receiver.All[0].Body["contacts"]![0]!["contactId"]);
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
