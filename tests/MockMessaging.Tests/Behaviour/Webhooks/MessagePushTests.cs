using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Behaviour;

[Heading("5.2")]
public sealed class MessagePushTests(MockServer server)
{
    [Fact]
    [Shows("5.2.1", "5.2.2", "5.2.3", "5.2.5", "5.2.8")]
    public async Task Message_push_tells_who_wrote_what_in_which_session_to_which_app()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);

        await workspace.CustomerWritesAsync(JsonNode.Parse("""{"from":{"phone":"+911234567890","name":"Asha"},"text":{"body":"Hi"}}"""));

        var push = receiver.All[^1].Body;
        Assert.Equal("""{"appCode":"my_bot","appId":"61ec7d902ce85742b201c5a0","appMode":"WEBHOOK","appType":"DEFAULT","debug":false,"domain":"sandbox","server":"mockmessaging.local"}""", push["meta"]!.ToJsonString());
        Assert.Equal("""{"channelId":"wa360:918828218374","contactId":"wa911234567890_918828218374","contactType":"WHATSAPP","csid":"911234567890","lane":"918828218374","profile":{"name":"Asha","phone":"911234567890"}}""", push["contacts"]![0]!.ToJsonString());
        Assert.Equal(("911234567890", "text", """{"body":"Hi","type":"text"}"""), (
            (string?)push["messages"]![0]!["from"], (string?)push["messages"]![0]!["type"], push["messages"]![0]!["text"]!.ToJsonString()));
    }

    [Fact]
    [Shows("5.2.5", "5.2.7")]
    public async Task Reply_carries_form_and_input_and_its_title_as_text()
    {
        var workspace = await server.NewWorkspaceAsync();

        var message = (await workspace.CustomerWritesAsync(JsonNode.Parse("""{"reply":{"id":"TRACK","title":"Track order","desc":"now"}}""")))["message"]!;

        Assert.Equal("""{"reply_desc":"now","reply_id":"TRACK","reply_title":"Track order"}""", message["form"]!.ToJsonString());
        Assert.Equal(message["form"]!.ToJsonString(), message["input"]!.ToJsonString());
        Assert.Equal(("Track order", "button"), ((string?)message["text"]!["body"], (string?)message["text"]!["type"]));
    }

    [Theory]
    [InlineData("image", "image/")]
    [InlineData("sticker", "image/")]
    [InlineData("video", "video/")]
    [InlineData("audio", "audio/")]
    [InlineData("voice", "audio/")]
    [InlineData("document", "application/")]
    [Shows("5.2.6")]
    public async Task Medium_is_made_up_and_also_stands_among_the_attachments(string type, string mime)
    {
        var workspace = await server.NewWorkspaceAsync();

        var message = (await workspace.CustomerWritesAsync(new JsonObject { ["type"] = type }))["message"]!;

        Assert.Equal(type, (string?)message["type"]);
        Assert.StartsWith(mime, (string?)message[type]!["mime_type"], StringComparison.Ordinal);
        Assert.StartsWith("https://", (string?)message[type]!["linkSecure"], StringComparison.Ordinal);
        Assert.Equal(message[type]!.ToJsonString(), message["attachments"]![0]!.ToJsonString());
    }

    [Theory]
    [InlineData("""{"location":{"latitude":"1","longitude":"2","name":"Home"}}""", "location", "Home")]
    [InlineData("""{"contacts":[{"name":{"formatted_name":"Ravi"}}]}""", "contacts", "Ravi")]
    [InlineData("""{"type":"location"}""", "location", null)]
    [InlineData("""{"type":"contacts"}""", "contacts", null)]
    [Shows("5.2.5")]
    public async Task Place_and_cards_also_come_as_text_that_tells_its_kind(string given, string kind, string? body)
    {
        var workspace = await server.NewWorkspaceAsync();

        var text = (await workspace.CustomerWritesAsync(JsonNode.Parse(given)))["message"]!["text"]!;

        Assert.Equal(kind, (string?)text["type"]);
        Assert.Equal(body ?? (string)text["body"]!, (string?)text["body"]);
        Assert.NotEmpty((string)text["body"]!);
    }

    [Fact]
    [Shows("5.2.4")]
    public async Task Message_has_exactly_these_properties()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.InAsync(Steps.Documented, receiver);
        await workspace.CustomerWritesAsync();

        var item = receiver.All[^1].Item.AsObject();
        Assert.Equal(["contactId", "from", "id", "messageIdExt", "session", "text", "timestamp", "type"], item.Select(property => property.Key).Order(StringComparer.Ordinal));
        Assert.Equal(["routingId", "sessionId"], item["session"]!.AsObject().Select(property => property.Key).Order(StringComparer.Ordinal));
        Assert.Equal(1_767_607_200_000, (long)item["timestamp"]!);
    }

    [Theory]
    [InlineData("wa360:918828218374", """{"phone":"+91 1","email":"a@example.com"}""", "911")]
    [InlineData("mailto:support@example.com", """{"email":"a@example.com"}""", "a@example.com")]
    [InlineData("fb:104729385610284", """{"csid":"777"}""", "777")]
    [Shows("5.2.4")]
    public async Task From_is_the_phone_else_the_address_else_the_account(string channelId, string from, string expected)
    {
        var workspace = await server.NewWorkspaceAsync();

        var message = (await workspace.CustomerWritesAsync(new JsonObject { ["channelId"] = channelId, ["from"] = JsonNode.Parse(from) }))["message"]!;

        Assert.Equal(expected, (string?)message["from"]);
    }

    [Fact]
    [Shows("5.2.6")]
    public async Task Medium_has_exactly_these_properties()
    {
        var workspace = await server.NewWorkspaceAsync();

        var image = (await workspace.CustomerWritesAsync(JsonNode.Parse("""{"image":{"link":"http://files.example/a.png","caption":"See"}}""")))["message"]!["image"]!.AsObject();

        Assert.Equal(["caption", "filename", "link", "linkSecure", "mime_type"], image.Select(property => property.Key).Order(StringComparer.Ordinal));
        Assert.Equal(("a.png", "https://files.example/a.png"), ((string?)image["filename"], (string?)image["linkSecure"]));
    }

    [Theory]
    [InlineData("""{"text":{"body":"Hi"}}""")]
    [InlineData("""{"reply":{"id":"TRACK","title":"Track order"}}""")]
    [InlineData("""{"image":{"link":"http://files.example/a.png"}}""")]
    [InlineData("""{"location":{"latitude":"1","longitude":"2","name":"Home"}}""")]
    [Shows("5.2.4", "5.2.5", "5.2.6", "5.2.7")]
    public async Task Message_is_pushed_as_the_sandbox_tells_it_and_in_both_profiles_alike(string given)
    {
        var items = new List<JsonNode>();
        foreach (var fidelity in new[] { Steps.Documented, Steps.Production })
        {
            await using var receiver = await WebhookReceiver.StartAsync();
            var workspace = await server.InAsync(fidelity, receiver);
            var told = (await workspace.CustomerWritesAsync(JsonNode.Parse(given)))["message"]!;

            Assert.True(JsonNode.DeepEquals(told, receiver.All[^1].Item));
            items.Add(told);
        }

        Assert.Equal(items[0].AsObject().Select(property => property.Key), items[1].AsObject().Select(property => property.Key));
    }

    [Fact]
    [Shows("5.2.2")]
    public async Task Contact_of_a_mail_channel_is_told_by_its_address()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.InAsync(Steps.Production, receiver);

        await workspace.CustomerWritesAsync(JsonNode.Parse("""{"channelId":"mailto:support@example.com","from":{"email":"asha@example.com"}}"""));

        Assert.Equal(
            """{"channelId":"mailto:support@example.com","contactId":"emailasha@example.com_support@example.com","contactType":"EMAIL","csid":"asha@example.com","lane":"support@example.com","profile":{"email":"asha@example.com"}}""",
            receiver.All[^1].Body["contacts"]![0]!.ToJsonString());
    }
}
