using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Behaviour;

[Heading("3.8")]
public sealed class MessageSendTests(MockServer server)
{
    /// <summary>A message with all faults at once, and what mends the first of them each time.</summary>
    private static readonly (string CodeKey, Action<JsonObject> Mend)[] FaultsInOrder =
    [
        ("CHANNEL_MISSING", message => message["channelId"] = "wa360:1"),
        ("CHANNEL_NOT_FOUND", message => message["channelId"] = "wa360:919810055182"),
        ("CHANNEL_DISABLED", message => message["channelId"] = TestWorkspace.WhatsApp),
        ("MESSAGE_NOT_FOUND", message => message.Remove("messageIdResend")),
        ("TYPE_MISSING", message => message["type"] = "text"),
        ("TEXT_DETAILS_MISSING", message => message["type"] = "template"),
        ("TEMPLATE_DETAILS_MISSING", message => message["type"] = "image"),
        ("IMAGE_DETAILS_MISSING", message => message["image"] = new JsonObject { ["link"] = "https://files.example.com/a.png" }),
        ("INSUFFICIENT_CONTACT_DETAILS", message => message["to"] = new JsonObject { ["phone"] = TestWorkspace.Phone }),
    ];

    [Theory]
    [InlineData(Steps.Documented)]
    [InlineData(Steps.Production)]
    [Shows("3.8.1")]
    public async Task First_failure_in_the_documented_order_wins(string fidelity)
    {
        var workspace = await server.InAsync(fidelity);
        var message = JsonNode.Parse("""{"messageIdResend":"61f3810a02e14c0877fc1aff","to":{}}""")!.AsObject();

        foreach (var (codeKey, mend) in FaultsInOrder)
        {
            var refused = (await workspace.RawAsync(Steps.Send, message)).Is(HttpStatusCode.BadRequest);
            Assert.Equal(codeKey, (string?)Assert.Single(refused.Body!["errors"]!.AsArray())!["codeKey"]);
            mend(message);
        }

        (await workspace.RawAsync(Steps.Send, message)).Ok();
    }

    public static TheoryData<string, string, string> Failures => new()
    {
        { """{"type":"text"}""", "channelId", "CHANNEL_MISSING" },
        { """{"channelId":"","type":"text"}""", "channelId", "CHANNEL_MISSING" },
        { """{"channelId":"wa360:1","type":"text"}""", "channelId", "CHANNEL_NOT_FOUND" },
        { """{"channelId":"wa360:919810055182"}""", "channelId", "CHANNEL_DISABLED" },
        { """{"channelId":"wa360:918828218374","messageIdResend":"61f3810a02e14c0877fc1aff"}""", "messageIdResend", "MESSAGE_NOT_FOUND" },
        { """{"channelId":"wa360:918828218374","messageIdResend":"nonsense"}""", "messageIdResend", "MESSAGE_NOT_FOUND" },
        { """{"channelId":"wa360:918828218374","text":{"body":"x"}}""", "type", "TYPE_MISSING" },
        { """{"channelId":"wa360:918828218374","type":"text"}""", "text", "TEXT_DETAILS_MISSING" },
        { """{"channelId":"wa360:918828218374","type":"text","text":null}""", "text", "TEXT_DETAILS_MISSING" },
        { """{"channelId":"wa360:918828218374","type":"template"}""", "template", "TEMPLATE_DETAILS_MISSING" },
        { """{"channelId":"wa360:918828218374","type":"template","template":{"lang":"en"}}""", "template", "TEMPLATE_DETAILS_MISSING" },
        { """{"channelId":"wa360:918828218374","type":"document"}""", "document", "DOCUMENT_DETAILS_MISSING" },
        { """{"channelId":"wa360:918828218374","type":"image"}""", "image", "IMAGE_DETAILS_MISSING" },
        { """{"channelId":"wa360:918828218374","type":"video"}""", "video", "VIDEO_DETAILS_MISSING" },
        { """{"channelId":"wa360:918828218374","type":"audio"}""", "audio", "AUDIO_DETAILS_MISSING" },
        { """{"channelId":"wa360:918828218374","type":"location"}""", "location", "LOCATION_DETAILS_MISSING" },
        { """{"channelId":"wa360:918828218374","type":"contacts"}""", "contacts", "CONTACTS_DETAILS_MISSING" },
        { """{"channelId":"wa360:918828218374","type":"text","text":{"body":"x"},"to":{}}""", "to", "INSUFFICIENT_CONTACT_DETAILS" },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    [Shows("3.8.2", "3.8.4")]
    public async Task Failure_is_told_on_OutBoundMsg_with_its_field_and_codeKey(string message, string field, string codeKey)
    {
        foreach (var fidelity in new[] { Steps.Documented, Steps.Production })
        {
            var refused = (await (await server.InAsync(fidelity)).RawAsync(Steps.Send, JsonNode.Parse(message))).Is(HttpStatusCode.BadRequest);

            Assert.Equal(("PARAM_INVALID", "OutBoundMsg", field, codeKey), (
                (string?)refused.Body!["statusKey"], (string?)refused.Error["obzect"], (string?)refused.Error["field"], (string?)refused.Error["codeKey"]));
        }
    }

    [Theory]
    [InlineData(Steps.Documented)]
    [InlineData(Steps.Production)]
    [Shows("3.8.3")]
    public async Task Missing_type_lists_the_possible_ones(string fidelity)
    {
        var refused = await (await server.InAsync(fidelity)).RawAsync(Steps.Send, new JsonObject { ["channelId"] = TestWorkspace.WhatsApp });

        Assert.Equal(["text", "template", "audio", "video", "image", "document"], refused.Error["possibleValues"].Words());
    }

    [Fact]
    [Shows("3.8.5")]
    public async Task Empty_text_is_accepted()
    {
        var workspace = await server.NewWorkspaceAsync();
        var withoutBody = TestWorkspace.Text();
        withoutBody["text"] = new JsonObject();

        Assert.NotEmpty(await workspace.SendTextAsync(body: ""));
        Assert.NotEmpty(await workspace.SendAsync(withoutBody));
    }

    [Theory]
    [InlineData("voice")]
    [InlineData("system")]
    [InlineData("optin")]
    [InlineData("optout")]
    [Shows("3.8.6")]
    public async Task Type_without_a_check_is_accepted_without_its_object(string type)
    {
        var workspace = await server.NewWorkspaceAsync();
        var message = TestWorkspace.Text();
        message.Remove("text");
        message["type"] = type;

        var id = await workspace.SendAsync(message);
        await workspace.AdvanceAsync();

        Assert.Equal("READ", (string?)(await workspace.RowAsync(id))["status"]);
    }

    public static TheoryData<JsonObject, string> DoomedMessages => new()
    {
        { TestWorkspace.Text("+9198760003"), "FAILD" },
        { TestWorkspace.Text("+9198760004"), "BLCKD" },
        { TestWorkspace.Text("+9198760471"), "LIMIT" },
        { Steps.Template("ACCOUNT_UPDATE"), "SENT_ERR" },
        { Steps.Template("NO_SUCH_TEMPLATE"), "SENT_ERR" },
    };

    [Theory]
    [MemberData(nameof(DoomedMessages))]
    [Shows("3.8.10")]
    public async Task Answer_comes_before_the_provider_is_called_and_shows_none_of_its_failures(JsonObject message, string end)
    {
        var workspace = await server.NewWorkspaceAsync();
        var phone = (string)message["to"]!["phone"]!;

        var answer = (await workspace.PostAsync(Steps.Send, message)).Ok();

        var id = (string)answer.Results[0]!["id"]!;
        Assert.Equal(("200", "SUCCESS"), ((string?)answer.Body!["status"], (string?)answer.Body["statusKey"]));
        Assert.Empty(answer.Body["errors"]!.AsArray());
        Assert.Equal("INIT", (string?)(await workspace.RowAsync(id, phone))["status"]);
        await workspace.AdvanceAsync();
        Assert.Equal(end, (string?)(await workspace.RowAsync(id, phone))["status"]);
    }

    [Theory]
    [InlineData(Steps.Documented)]
    [InlineData(Steps.Production)]
    [Shows("2.3.9", "3.8.11")]
    public async Task Unknown_properties_and_null_objects_are_accepted(string fidelity)
    {
        var workspace = await server.InAsync(fidelity);
        var message = TestWorkspace.Text();
        message["prioriti"] = 1;
        message["to"]!["nmae"] = "Asha";
        foreach (var nothing in new[] { "audio", "contacts", "document", "image", "location", "mask", "messageIdResend", "options", "template", "video" })
        {
            message[nothing] = null;
        }

        var answer = (await workspace.RawAsync(Steps.Send, message)).Ok();

        Assert.Single(answer.Results);
        Assert.Equal("unknown property 'to.nmae' (did you mean 'name'?); unknown property 'prioriti'", answer.Header("X-Sandbox-Warnings"));
    }
}
