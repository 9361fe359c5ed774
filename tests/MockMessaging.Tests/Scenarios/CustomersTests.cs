using System.Text.Json.Nodes;
using MockMessaging.Tests.Behaviour;
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
    public async Task System_message_is_pushed_with_its_type()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.InAsync(Steps.Documented, receiver);

        var answer = await workspace.PostAsync("/_sandbox/inbound?wait=PT1M", JsonNode.Parse("""{"type":"system","text":{"body":"Number changed"}}""")!);

        Assert.Null(answer.Ok().Header("X-Sandbox-Warnings"));
        Assert.Equal(("system", "Number changed"), ((string?)receiver.All[^1].Body["messages"]![0]!["type"], (string?)receiver.All[^1].Body["messages"]![0]!["text"]!["body"]));
    }

    [Theory]
    [InlineData("reaction")]
    [InlineData("unsupported")]
    public async Task Type_that_nobody_knows_is_pushed_as_it_is_with_nothing_made_up_and_mentioned(string type)
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.InAsync(Steps.Documented, receiver);

        var answer = (await workspace.PostAsync("/_sandbox/inbound?wait=PT1M", new JsonObject { ["type"] = type })).Ok();

        var item = receiver.All[^1].Body["messages"]![0]!.AsObject();
        Assert.Equal(type, (string?)item["type"]);
        Assert.Equal(["contactId", "from", "id", "messageIdExt", "session", "timestamp", "type"], item.Select(property => property.Key).Order(StringComparer.Ordinal));
        Assert.Contains($"type '{type}' is none of text, image", answer.Header("X-Sandbox-Warnings"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Content_of_ones_own_is_pushed_as_it_is()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.InAsync(Steps.Documented, receiver);

        var session = (await workspace.CustomerWritesAsync(JsonNode.Parse("""{"type":"reaction","content":{"reaction":{"emoji":"👍"},"text":{"body":"liked"}}}""")))["message"]!["session"]!;

        Assert.Equal("👍", (string?)receiver.All[^1].Body["messages"]![0]!["reaction"]!["emoji"]);
        Assert.Equal("liked", (string?)(await workspace.TranscriptAsync(session))[0]!["text"]);
    }

    [Theory]
    [InlineData("""{"content":{"id":"1"}}""", "content.id")]
    [InlineData("""{"content":{"session":{}}}""", "content.session")]
    [InlineData("""{"content":{"session":null}}""", "content.session")]
    [InlineData("""{"content":{"session":{"sessionId":"1"}}}""", "content.session")]
    [InlineData("""{"messages":[]}""", "messages")]
    [InlineData("""{"messages":[null]}""", "messages[0]")]
    [InlineData("""{"messages":[{}],"text":{"body":"a"}}""", "messages")]
    [InlineData("""{"content":{"image":{"link":{}}}}""", "content.image.link")]
    [InlineData("""{"content":{"image":5}}""", "content.image")]
    [InlineData("""{"content":{"attachments":"x"}}""", "content.attachments")]
    public async Task Content_that_no_message_can_have_is_refused(string body, string field)
    {
        var workspace = await server.NewWorkspaceAsync();

        var refused = (await workspace.PostAsync("/_sandbox/inbound?wait=PT1M", JsonNode.Parse(body)!)).Is(System.Net.HttpStatusCode.BadRequest);

        Assert.Equal(field, (string?)refused.Body!["field"]);
        Assert.DoesNotContain("MockMessaging", (string?)refused.Body["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shared_contact_card_stands_in_the_session_with_its_numbers_and_its_names_are_pushed_as_text()
    {
        var workspace = await server.NewWorkspaceAsync();

        var message = (await workspace.CustomerWritesAsync(JsonNode.Parse("""{"contacts":[{"name":{"formatted_name":"Ana"},"phones":[{"phone":"+1 202 555 0171"}]}]}""")))["message"]!;
        var row = (await workspace.TranscriptAsync(message["session"]!))[0]!;

        Assert.Equal(("text", "Ana", "contacts"), ((string?)message["type"], (string?)message["text"]!["body"], (string?)message["text"]!["type"]));
        Assert.Equal(("Ana", "+1 202 555 0171"), ((string?)row["vccards"]![0]!["name"]!["formattedName"], (string?)row["vccards"]![0]!["phones"]![0]!["phone"]));
    }

    [Fact]
    public async Task Shared_place_stands_in_the_session_as_a_card()
    {
        var workspace = await server.NewWorkspaceAsync();

        var message = (await workspace.CustomerWritesAsync(JsonNode.Parse("""{"location":{"name":"Shop","latitude":"1.5","longitude":"2.5"}}""")))["message"]!;

        Assert.Equal("Shop", (string?)(await workspace.TranscriptAsync(message["session"]!))[0]!["vccards"]![0]!["locations"]![0]!["name"]);
    }

    [Theory]
    [InlineData("""{"image":{"link":"https://m.example.com/a.png"}}""", "image/png", "a.png")]
    [InlineData("""{"image":{"link":"https://m.example.com/a.PNG?x=1.gif"}}""", "image/png", "a.PNG")]
    [InlineData("""{"document":{"link":"https://m.example.com/1","filename":"a.docx"}}""", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "a.docx")]
    [InlineData("""{"image":{"link":"https://m.example.com/1","mime_type":"image/heic"}}""", "image/heic", "1")]
    [InlineData("""{"voice":{"link":"https://m.example.com/1"}}""", "audio/ogg", "1")]
    [InlineData("""{"voice":{"link":"https://m.example.com/1.m4a","filename":""}}""", "audio/mp4", "1.m4a")]
    public async Task Mime_type_is_the_one_given_or_of_the_file_or_of_the_kind(string body, string type, string name)
    {
        var workspace = await server.NewWorkspaceAsync();

        var message = (await workspace.CustomerWritesAsync(JsonNode.Parse(body)))["message"]!;
        var attachment = (await workspace.TranscriptAsync(message["session"]!))[0]!["attachments"]![0]!;

        Assert.Equal((type, name), ((string?)message["attachments"]![0]!["mime_type"], (string?)message["attachments"]![0]!["filename"]));
        Assert.Equal((type, name), ((string?)attachment["mediaMimeType"], (string?)attachment["mediaName"]));
    }

    [Fact]
    public async Task Id_and_hash_of_a_file_are_pushed_where_they_are_given()
    {
        var workspace = await server.NewWorkspaceAsync();

        var answer = await workspace.PostAsync("/_sandbox/inbound?wait=PT1M", JsonNode.Parse("""{"image":{"link":"https://m.example.com/1.jpg","mime_type":"image/jpeg","id":"7","sha256":"ab"}}""")!);

        Assert.Null(answer.Ok().Header("X-Sandbox-Warnings"));
        Assert.Equal(("7", "ab"), ((string?)answer.Body!["message"]!["image"]!["id"], (string?)answer.Body["message"]!["image"]!["sha256"]));
    }
}
