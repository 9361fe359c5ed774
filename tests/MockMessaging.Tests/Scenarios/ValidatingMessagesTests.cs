using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Scenarios;

public sealed class ValidatingMessagesTests(MockServer server)
{
    [Theory]
    [InlineData("""{"type":"text"}""", "channelId", "CHANNEL_MISSING")]
    [InlineData("""{"channelId":"","type":"text"}""", "channelId", "CHANNEL_MISSING")]
    [InlineData("""{"channelId":"wa360:1","type":"text"}""", "channelId", "CHANNEL_NOT_FOUND")]
    [InlineData("""{"channelId":"wa360:12025550182"}""", "channelId", "CHANNEL_DISABLED")]
    [InlineData("""{"channelId":"wa360:918828218374","messageIdResend":"61f3810a02e14c0877fc1aff"}""", "messageIdResend", "MESSAGE_NOT_FOUND")]
    [InlineData("""{"channelId":"wa360:918828218374","messageIdResend":"nonsense"}""", "messageIdResend", "MESSAGE_NOT_FOUND")]
    [InlineData("""{"channelId":"wa360:918828218374","text":{"body":"x"}}""", "type", "TYPE_MISSING")]
    [InlineData("""{"channelId":"wa360:918828218374","type":"text"}""", "text", "TEXT_DETAILS_MISSING")]
    [InlineData("""{"channelId":"wa360:918828218374","type":"text","text":null}""", "text", "TEXT_DETAILS_MISSING")]
    [InlineData("""{"channelId":"wa360:918828218374","type":"template"}""", "template", "TEMPLATE_DETAILS_MISSING")]
    [InlineData("""{"channelId":"wa360:918828218374","type":"template","template":{"lang":"en"}}""", "template", "TEMPLATE_DETAILS_MISSING")]
    [InlineData("""{"channelId":"wa360:918828218374","type":"document"}""", "document", "DOCUMENT_DETAILS_MISSING")]
    [InlineData("""{"channelId":"wa360:918828218374","type":"image"}""", "image", "IMAGE_DETAILS_MISSING")]
    [InlineData("""{"channelId":"wa360:918828218374","type":"video"}""", "video", "VIDEO_DETAILS_MISSING")]
    [InlineData("""{"channelId":"wa360:918828218374","type":"audio"}""", "audio", "AUDIO_DETAILS_MISSING")]
    [InlineData("""{"channelId":"wa360:918828218374","type":"location"}""", "location", "LOCATION_DETAILS_MISSING")]
    [InlineData("""{"channelId":"wa360:918828218374","type":"contacts"}""", "contacts", "CONTACTS_DETAILS_MISSING")]
    [InlineData("""{"channelId":"wa360:918828218374","type":"text","text":{"body":"x"}}""", "to", "INSUFFICIENT_CONTACT_DETAILS")]
    [InlineData("""{"channelId":"wa360:918828218374","type":"text","text":{"body":"x"},"to":{"email":"a@example.com"}}""", "to", "INSUFFICIENT_CONTACT_DETAILS")]
    [InlineData("""{"channelId":"mailto:support@example.com","type":"text","text":{"body":"x"},"to":{"phone":"+911"}}""", "to", "INSUFFICIENT_CONTACT_DETAILS")]
    public async Task First_thing_wrong_is_named_by_field_and_key(string message, string field, string codeKey)
    {
        var workspace = await server.NewWorkspaceAsync();

        var refused = (await workspace.CallAsync(HttpMethod.Post, "/api/v1/message/send", message)).Is(HttpStatusCode.BadRequest);

        Assert.Equal(("PARAM_INVALID", "OutBoundMsg", field, codeKey), (
            (string?)refused.Body!["statusKey"], (string?)refused.Error["obzect"], (string?)refused.Error["field"], (string?)refused.Error["codeKey"]));
    }

    [Fact]
    public async Task Missing_type_names_the_possible_ones()
    {
        var workspace = await server.NewWorkspaceAsync();

        var refused = await workspace.PostAsync("/api/v1/message/send", new JsonObject { ["channelId"] = TestWorkspace.WhatsApp });

        Assert.Equal(["text", "template", "audio", "video", "image", "document"], refused.Error["possibleValues"]!.AsArray().Select(value => (string?)value));
    }

    [Fact]
    public async Task Message_of_another_kind_of_contact_cannot_be_sent_again()
    {
        var workspace = await server.NewWorkspaceAsync();
        var id = await workspace.SendTextAsync();

        var refused = await workspace.PostAsync("/api/v1/message/send", new JsonObject { ["channelId"] = "sms:447700900461", ["messageIdResend"] = id });

        Assert.Equal("MESSAGE_NOT_FOUND", (string?)refused.Error["codeKey"]);
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

    [Fact]
    public async Task Empty_text_is_not_refused()
    {
        var workspace = await server.NewWorkspaceAsync();

        Assert.NotEmpty(await workspace.SendTextAsync(body: ""));
    }

    [Fact]
    public async Task Unknown_properties_are_accepted_and_named_in_a_header()
    {
        var workspace = await server.NewWorkspaceAsync();
        var message = TestWorkspace.Text();
        message["prioriti"] = 1;
        message["to"]!["nmae"] = "Asha";

        var answer = (await workspace.PostAsync("/api/v1/message/send", message)).Ok();

        Assert.Equal("unknown property 'to.nmae', did you mean 'name'?; unknown property 'prioriti'", answer.Header("X-Sandbox-Warnings"));
    }
}
