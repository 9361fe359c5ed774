using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Control;

/// <summary>What messages show beside their text.</summary>
public sealed class MessageContentTests(MockServer server)
{
    [Fact]
    public async Task Text_alone_has_no_content()
    {
        var workspace = await server.NewWorkspaceAsync();
        await workspace.SendTextAsync();

        Assert.Null((await NewestAsync(workspace))["content"]);
    }

    [Fact]
    public async Task Template_is_shown_as_rendered()
    {
        var workspace = await server.NewWorkspaceAsync();
        await SendAsync(workspace, """{"type":"template","template":{"code":"ORDER_SHIPPED","lang":"en","data":{"orderId":"OD-1"}}}""");

        var message = await NewestAsync(workspace);

        Assert.Contains("your order OD-1 left", (string?)message["text"], StringComparison.Ordinal);
        var content = message["content"]!;
        Assert.Equal(("Your parcel is moving", "Reply HELP to talk to us", false), ((string?)content["header"], (string?)content["footer"], (bool)content["list"]!));
        Assert.Equal(["QUICK_REPLY", "QUICK_REPLY", "URL"], content["buttons"]!.AsArray().Select(button => (string?)button!["type"]));
        Assert.Equal(("TRACK", "Track order"), ((string?)content["buttons"]![0]!["code"], (string?)content["buttons"]![0]!["label"]));
        Assert.Equal("https://www.example.com/orders", (string?)content["buttons"]![2]!["url"]);
    }

    [Theory]
    [InlineData("list", 1, true)]
    [InlineData("buttons", 4, false)]
    [InlineData("auto", 3, false)]
    [InlineData("auto", 4, true)]
    public async Task Buttons_are_rows_of_a_list_where_a_phone_shows_them_so(string scheme, int count, bool list)
    {
        var workspace = await server.NewWorkspaceAsync();
        var buttons = string.Join(',', Enumerable.Range(0, count).Select(number => $$"""{"type":"QUICK_REPLY","code":"{{number}}","label":"Choice {{number}}"}"""));
        await SendAsync(workspace, $$"""{"type":"text","text":{"body":"Choose"},"options":{"buttonDisplayScheme":"{{scheme}}","buttons":[{{buttons}}] } }""");

        var content = (await NewestAsync(workspace))["content"]!;

        Assert.Equal((list, count), ((bool)content["list"]!, content["buttons"]!.AsArray().Count));
    }

    [Theory]
    [InlineData("image", "image")]
    [InlineData("video", "video")]
    [InlineData("audio", "audio")]
    [InlineData("document", "document")]
    public async Task File_has_its_type_link_name_and_caption(string type, string shown)
    {
        var workspace = await server.NewWorkspaceAsync();
        await SendAsync(workspace, $$"""{"type":"{{type}}","{{type}}":{"link":"https://example.com/a.bin","filename":"a.pdf","caption":"Look"} }""");

        var attachment = Assert.Single((await NewestAsync(workspace))["content"]!["attachments"]!.AsArray())!;

        Assert.Equal((shown, "https://example.com/a.bin", "a.pdf", "Look"), ((string?)attachment["type"], (string?)attachment["link"], (string?)attachment["name"], (string?)attachment["caption"]));
    }

    [Fact]
    public async Task Place_and_cards_of_customers_are_there()
    {
        var workspace = await server.NewWorkspaceAsync();
        await workspace.CustomerWritesAsync(JsonNode.Parse("""{"location":{"latitude":"12.9","longitude":"77.6","name":"Office","address":"1 Main Road"}}"""));
        var place = (await NewestAsync(workspace))["content"]!["place"]!;
        await workspace.CustomerWritesAsync(JsonNode.Parse("""
            {"contacts":[{"name":{"formatted_name":"Asha Rao"},"org":{"company":"Marigold"},"phones":[{"phone":"+919876543210"}],"emails":[{"email":"asha@example.com"}]}]}
            """));
        var card = Assert.Single((await NewestAsync(workspace))["content"]!["cards"]!.AsArray())!;

        Assert.Equal(("12.9", "77.6", "Office", "1 Main Road"), ((string?)place["latitude"], (string?)place["longitude"], (string?)place["name"], (string?)place["address"]));
        Assert.Equal(("Asha Rao", "Marigold", "+919876543210", "asha@example.com"), ((string?)card["name"], (string?)card["organization"], (string?)card["phones"]![0], (string?)card["emails"]![0]));
    }

    [Fact]
    public async Task Reply_names_the_button()
    {
        var workspace = await server.NewWorkspaceAsync();
        await workspace.CustomerWritesAsync(JsonNode.Parse("""{"reply":{"id":"TRACK","title":"Track order"}}"""));

        var reply = (await NewestAsync(workspace))["content"]!["reply"]!;

        Assert.Equal(("TRACK", "Track order"), ((string?)reply["code"], (string?)reply["label"]));
    }

    [Fact]
    public async Task Deleted_message_shows_nothing_any_more()
    {
        var workspace = await server.NewWorkspaceAsync();
        var id = await SendAsync(workspace, """{"type":"image","image":{"link":"https://example.com/a.png"}}""");
        (await workspace.CallAsync(HttpMethod.Post, $"/_sandbox/messages/{id}/status?wait=PT1M", """{"status":"DELTD"}""")).Ok();

        Assert.Null((await NewestAsync(workspace))["content"]);
    }

    private static Task<string> SendAsync(TestWorkspace workspace, string content)
    {
        var message = JsonNode.Parse(content)!;
        message["channelId"] = TestWorkspace.WhatsApp;
        message["to"] = new JsonObject { ["phone"] = TestWorkspace.Phone };
        return workspace.SendAsync(message);
    }

    private static async Task<JsonNode> NewestAsync(TestWorkspace workspace) => (await workspace.GetAsync("/_sandbox/messages?order=newest&limit=1")).Ok().Body!["messages"]![0]!;
}
