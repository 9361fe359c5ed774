using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Behaviour;

/// <summary>Where the vendor's type is string, its list is documentation only: other values are taken, kept, and mentioned.</summary>
public sealed class ListedValuesTests(MockServer server)
{
    private const string Warnings = "X-Sandbox-Warnings";

    [Theory]
    [InlineData(Steps.Documented, """{"type":"message"}""", "type 'message' is not one of messages, actions, events, statuses")]
    [InlineData(Steps.Production, """{"type":"message"}""", "type 'message' is not one of messages, actions, events, statuses")]
    [InlineData(Steps.Documented, """{"messages":[{"type":"text"},{"type":"sticker"}]}""", "messages[1].type 'sticker' is not one of audio, document")]
    [InlineData(Steps.Documented, """{"messages":[{"referral":{"sourceCategory":"feedback","sourceType":"ad"}}]}""", "messages[0].referral.sourceCategory 'feedback' is not one of message, social, ads, campaign")]
    [InlineData(Steps.Production, """{"messages":[{"referral":{"sourceCategory":"ads","sourceType":"ad"}}]}""", "messages[0].referral.sourceType 'ad' is not one of inbound, outbound, feedback, story, post")]
    [InlineData(Steps.Documented, """{"meta":{"appType":"WEBHOOK"}}""", "meta.appType 'WEBHOOK' is not one of FEEDBACK_V2")]
    [Shows("0.15", "2.3.9")]
    public async Task Value_that_is_not_listed_is_taken_echoed_and_mentioned(string fidelity, string wrapper, string warning)
    {
        var workspace = await server.InAsync(fidelity);

        var answer = (await workspace.RawAsync("/api/v1/message/receive", JsonNode.Parse(wrapper))).Ok();

        Assert.Equal(wrapper, answer.Text);
        Assert.Contains(warning, answer.Header(Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_odd_values_are_not_all_mentioned()
    {
        var wrapper = new JsonObject { ["messages"] = new JsonArray([.. Enumerable.Repeat(0, 500).Select(_ => new JsonObject { ["type"] = "x" })]) };

        var answer = (await (await server.NewWorkspaceAsync()).PostAsync("/api/v1/message/receive", wrapper)).Ok();

        Assert.Equal(10, answer.Header(Warnings)!.Split("; ").Length);
    }

    [Theory]
    [InlineData(Steps.Documented, "\"sticker\"", "sticker")]
    [InlineData(Steps.Production, "\"sticker\"", "sticker")]
    [InlineData(Steps.Documented, "5", "5")]
    [Shows("0.15", "3.8.6")]
    public async Task Message_of_a_type_that_is_not_listed_is_sent_with_whatever_it_holds(string fidelity, string given, string type)
    {
        var workspace = await server.InAsync(fidelity);
        await workspace.CustomerWritesAsync();
        var message = TestWorkspace.Text();
        message["type"] = JsonNode.Parse(given);

        var answer = (await workspace.RawAsync(Steps.Send, message)).Ok();
        await workspace.AdvanceAsync();

        var kept = (await workspace.GetAsync($"/_sandbox/messages/{(string?)answer.Results[0]!["id"]}")).Ok().Body!;
        Assert.Equal((type, "READ"), ((string?)kept["type"], (string?)kept["status"]));
        Assert.Equal($"type '{type}' is not one of audio, document, image, location, system, text, video, voice, contacts, template, optin, optout", answer.Header(Warnings));
        Assert.Equal("Hello", (string?)(await workspace.RowAsync((string)kept["id"]!))["text"]);
    }

    [Fact]
    public async Task Type_in_another_case_is_the_listed_one_and_mentioned()
    {
        var workspace = await server.NewWorkspaceAsync();
        var message = TestWorkspace.Text();
        message["type"] = "TEXT";

        var answer = (await workspace.RawAsync(Steps.Send, message)).Ok();

        Assert.Equal("text", (string?)(await workspace.GetAsync($"/_sandbox/messages/{(string?)answer.Results[0]!["id"]}")).Body!["type"]);
        Assert.Contains("type 'TEXT' is not one of", answer.Header(Warnings), StringComparison.Ordinal);
        message.Remove("text");
        Assert.Equal("TEXT_DETAILS_MISSING", (string?)(await workspace.RawAsync(Steps.Send, message)).Is(HttpStatusCode.BadRequest).Error["codeKey"]);
    }

    [Theory]
    [InlineData(Steps.Documented)]
    [InlineData(Steps.Production)]
    [Shows("0.15")]
    public async Task Kind_of_button_and_display_that_are_not_listed_are_kept_and_mentioned(string fidelity)
    {
        var workspace = await server.InAsync(fidelity);
        var message = TestWorkspace.Text();
        message["options"] = JsonNode.Parse("""{"buttonDisplayScheme":"grid","buttons":[{"type":"COPY_CODE","label":"Copy"}]}""");

        var answer = (await workspace.RawAsync(Steps.Send, message)).Ok();

        var row = await workspace.RowAsync((string)answer.Results[0]!["id"]!);
        Assert.Equal(("grid", "COPY_CODE"), ((string?)row["options"]!["buttonDisplayScheme"], (string?)row["options"]!["buttons"]![0]!["type"]));
        Assert.Equal(
            "options.buttonDisplayScheme 'grid' is not one of auto, list, buttons; options.buttons[0].type 'COPY_CODE' is not one of QUICK_REPLY, URL, PHONE_NUMBER, LOCATION_REQUEST",
            answer.Header(Warnings));
    }

    [Fact]
    public async Task Usual_message_is_answered_without_a_word() =>
        Assert.Null((await (await server.NewWorkspaceAsync()).PostAsync(Steps.Send, TestWorkspace.Text())).Ok().Header(Warnings));
}
