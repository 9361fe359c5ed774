using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Scenarios;

public sealed class CustomersTests(MockServer server)
{
    [Fact]
    public async Task New_conversation_is_announced_before_its_first_message()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);

        await workspace.CustomerWritesAsync();
        await workspace.CustomerWritesAsync();

        Assert.Equal(["SESSION_ROUTED", "text", "text"], receiver.Subjects);
        Assert.True((bool)receiver.All[0].Item["sessionRouted"]!["sessionStart"]!);
    }

    [Fact]
    public async Task Empty_body_makes_somebody_up_who_says_something()
    {
        var workspace = await server.NewWorkspaceAsync();

        var message = (await workspace.CustomerWritesAsync(new JsonObject()))["message"]!;

        Assert.Matches("^91[0-9]{10}$", (string?)message["from"]);
        Assert.NotEmpty((string)message["text"]!["body"]!);
    }

    [Fact]
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
    [InlineData("video", "video/")]
    [InlineData("audio", "audio/")]
    [InlineData("voice", "audio/")]
    [InlineData("document", "application/")]
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
    public async Task Place_and_cards_also_come_as_text_that_tells_its_kind(string given, string kind, string? body)
    {
        var workspace = await server.NewWorkspaceAsync();

        var text = (await workspace.CustomerWritesAsync(JsonNode.Parse(given)))["message"]!["text"]!;

        Assert.Equal(kind, (string?)text["type"]);
        Assert.Equal(body ?? (string)text["body"]!, (string?)text["body"]);
        Assert.NotEmpty((string)text["body"]!);
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

    [Fact]
    public async Task Business_is_asked_who_a_new_contact_is_and_later_pushes_tell_it()
    {
        await using var business = await WebhookReceiver.StartAsync();
        await using var asking = await MockMessagingServer.StartAsync(cancellationToken: TestWorkspace.Cancelled);
        await using var sandbox = await MockMessagingServer.StartAsync(
            new Dictionary<string, string?> { ["Webhooks:ContactInfoUrl"] = new Uri(asking.BaseAddress, "/api/v1/contact/info").ToString() }, TestWorkspace.Cancelled);
        var workspace = new TestWorkspace(sandbox.BaseAddress, "asking");
        await workspace.FreezeAsync();
        await workspace.RegisterWebhookAsync(business.Url);

        await workspace.CustomerWritesAsync();
        await workspace.AdvanceAsync();
        await workspace.CustomerWritesAsync();

        Assert.StartsWith("C", (string?)business.All[^1].Body["contacts"]![0]!["businessProfile"]!["profileId"], StringComparison.Ordinal);
        Assert.Contains(await workspace.PushesAsync(), push => (string?)push!["type"] == "contactinfo" && (string?)push["state"] == "delivered");
    }
}
