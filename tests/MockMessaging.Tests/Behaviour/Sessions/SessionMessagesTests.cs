using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Behaviour;

[Heading("7")]
public sealed class SessionMessagesTests(MockServer server)
{
    private const string Contact = "wa919876543210_918828218374";

    [Fact]
    [Shows("7.1")]
    public async Task All_messages_come_back_oldest_first_without_pages()
    {
        var workspace = await server.NewWorkspaceAsync();
        var session = await workspace.SessionAsync();
        for (var number = 0; number < 150; number++)
        {
            await workspace.SendTextAsync(body: $"{number}");
        }

        var rows = await workspace.MessagesAsync(session);

        Assert.Equal(["Hi", .. Enumerable.Range(0, 150).Select(number => $"{number}")], rows.Select(row => (string?)row!["text"]));
    }

    [Fact]
    [Shows("7.1")]
    public async Task Order_is_by_time_even_where_the_clock_was_set_back()
    {
        var workspace = await server.NewWorkspaceAsync();
        var session = await workspace.SessionAsync();
        await workspace.SendTextAsync(body: "second");
        await workspace.FreezeAsync("2026-01-05T09:00:00Z");
        await workspace.SendTextAsync(body: "first");

        var stamps = (await workspace.MessagesAsync(session)).Select(row => (long)row!["timestamp"]!).ToList();

        Assert.Equal(stamps.Order(), stamps);
    }

    [Fact]
    [Shows("7.2")]
    public async Task Type_is_I_O_A_or_N()
    {
        var workspace = await server.NewWorkspaceAsync();
        var session = await workspace.SessionAsync();
        await workspace.SendTextAsync();
        await workspace.PostAsync("/api/v1/session/routing", JsonNode.Parse($$"""{"sessionId":"{{session}}","queue":"agent_desk","agent":"asha","team":"care"}""")!);
        (await workspace.PostAsync($"/_sandbox/sessions/{session}/notes", new JsonObject { ["text"] = "Call back", ["by"] = "asha" })).Ok();
        await workspace.PostAsync("/api/v1/session/close", new JsonObject { ["sessionId"] = session });

        var rows = await workspace.MessagesAsync(session);

        Assert.Equal(
            [
                ("I", "", "Hi"),
                ("O", "", "Hello"),
                ("A", "SESSION_ROUTED", "Routed from my_bot to agent_desk"),
                ("A", "SESSION_ASSIGNED", "Assigned to agent asha, team care"),
                ("N", "", "Call back"),
                ("A", "SESSION_STATUS", "Resolved"),
                ("A", "SESSION_CLOSED", "Closed"),
            ],
            rows.Select(row => ((string)row!["type"]!, (string)row["action"]!, (string)row["text"]!)));
        Assert.Equal(("asha", "my_bot"), ((string)rows[4]!["sender"]!, (string)rows[2]!["sender"]!));
    }

    [Fact]
    [Shows("7.3")]
    public async Task Name_and_sender_are_the_contacts_name_or_the_queue()
    {
        var workspace = await server.NewWorkspaceAsync();
        var written = await workspace.CustomerWritesAsync(JsonNode.Parse("""{"from":{"phone":"+91 98765 43210","name":"Asha Rao"}}"""));
        await workspace.SendTextAsync();

        var rows = await workspace.MessagesAsync((string)written["message"]!["session"]!["sessionId"]!);

        Assert.Equal([("Asha Rao", "Asha Rao"), ("my_bot", "my_bot")], rows.Select(row => ((string)row!["name"]!, (string)row["sender"]!)));
    }

    [Fact]
    [Shows("7.4")]
    public async Task Template_is_the_code_and_templateId_the_id()
    {
        var workspace = await server.NewWorkspaceAsync();
        var template = (await workspace.GetAsync("/api/v1/config/tmpl/hsm")).Results.First(item => (string?)item!["code"] == "FEEDBACK" && (string?)item["lang"] == "en")!;
        var request = TestWorkspace.Text();
        (request["type"], request["template"]) = ("template", new JsonObject { ["code"] = "FEEDBACK" });

        var row = await workspace.MessageAsync(await workspace.SendAsync(request));

        Assert.Equal(("FEEDBACK", (string)template["id"]!), ((string)row["template"]!, (string)row["templateId"]!));
    }

    [Fact]
    [Shows("7.5", "4.4.6")]
    public async Task Status_and_stamps_tell_when_it_took_each()
    {
        var workspace = await server.NewWorkspaceAsync();
        var id = await workspace.SendTextAsync();
        await workspace.AdvanceAsync();

        var row = await workspace.MessageAsync(id);

        var accepted = (long)row["timestamp"]!;
        Assert.Equal("READ", (string)row["status"]!);
        Assert.Equal(
            [("DLVRD", accepted + 250), ("INIT", accepted), ("READ", accepted + 1_000), ("SENT", accepted + 50)],
            row["stamps"]!.AsObject().OrderBy(stamp => stamp.Key, StringComparer.Ordinal).Select(stamp => (stamp.Key, (long)stamp.Value!)));
    }

    [Fact]
    [Shows("7.6")]
    public async Task Contact_is_partial()
    {
        var workspace = await InProductionAsync();
        var session = await workspace.SessionAsync();

        var contact = (await workspace.RawAsync("/api/v1/session/messages", new JsonObject { ["sessionId"] = session })).Body!["results"]![0]!["contact"]!;

        Assert.Equal((Contact, "WHATSAPP", "919876543210"), ((string)contact["contactId"]!, (string)contact["contactType"]!, (string)contact["phone"]!));
        Assert.Null(contact["profile"]);
    }

    [Fact]
    [Shows("7.7")]
    public async Task Text_is_not_masked()
    {
        var workspace = await server.NewWorkspaceAsync();
        var request = TestWorkspace.Text(body: "Card 4111 1111");
        request["mask"] = true;

        Assert.Equal("Card 4111 1111", (string?)(await workspace.MessageAsync(await workspace.SendAsync(request)))["text"]);
    }

    [Fact]
    [Shows("7.8")]
    public async Task Meta_is_empty()
    {
        var workspace = await InProductionAsync();
        var session = await workspace.SessionAsync();

        Assert.Equal("{}", (await workspace.RawAsync("/api/v1/session/messages", new JsonObject { ["sessionId"] = session })).Ok().Body!["meta"]!.ToJsonString());
    }

    [Theory]
    [InlineData("image", "IMAGE")]
    [InlineData("video", "VIDEO")]
    [InlineData("audio", "AUDIO")]
    [InlineData("document", "DOCUMENT")]
    [Shows("7.9")]
    public async Task Attachment_tells_kind_link_name_caption_and_mime_type(string type, string mediaType)
    {
        var workspace = await server.NewWorkspaceAsync();
        var written = await workspace.CustomerWritesAsync(JsonNode.Parse($$$"""{"from":{"phone":"+91 98765 43210"},"type":"{{{type}}}","{{{type}}}":{"link":"http://files.example/a.bin","caption":"See"}}"""));

        var attachment = (await workspace.MessagesAsync((string)written["message"]!["session"]!["sessionId"]!))[0]!["attachments"]![0]!;

        Assert.Equal(
            (mediaType, "http://files.example/a.bin", "a.bin", "See"),
            ((string)attachment["mediaType"]!, (string)attachment["mediaURL"]!, (string)attachment["mediaName"]!, (string)attachment["mediaCaption"]!));
        Assert.NotEqual("", (string?)attachment["mediaMimeType"]);
    }

    [Fact]
    [Shows("7.10")]
    public async Task Cards_options_route_and_meta_are_told()
    {
        var workspace = await server.NewWorkspaceAsync();
        var request = TestWorkspace.Text();
        request["type"] = "contacts";
        request["contacts"] = JsonNode.Parse("""[{"name":{"formatted_name":"Ravi"},"phones":[{"phone":"+91 1"}]}]""");
        request["options"] = JsonNode.Parse("""{"buttons":[{"code":"YES","label":"Yes"}]}""");

        var row = await workspace.MessageAsync(await workspace.SendAsync(request));

        Assert.Equal("Ravi", (string?)row["vccards"]![0]!["name"]!["formattedName"]);
        Assert.Equal("YES", (string?)row["options"]!["buttons"]![0]!["code"]);
        Assert.Equal(("my_bot", "API"), ((string?)row["route"]!["queueCode"], (string?)row["route"]!["senderType"]));
        Assert.Equal(TestWorkspace.WhatsApp, (string?)row["meta"]!["channelId"]);
    }

    [Fact]
    [Shows("7.10")]
    public async Task Resend_names_the_message_it_repeats()
    {
        var workspace = await server.NewWorkspaceAsync();
        var id = await workspace.SendTextAsync();
        var again = TestWorkspace.Text();
        again["messageIdResend"] = id;

        Assert.Equal(id, (string?)(await workspace.MessageAsync(await workspace.SendAsync(again)))["messageIdResend"]);
    }

    private async Task<TestWorkspace> InProductionAsync()
    {
        var workspace = await server.NewWorkspaceAsync();
        (await workspace.CallAsync(HttpMethod.Patch, "/_sandbox/workspace", """{"fidelity":"production"}""")).Ok();
        return workspace;
    }

    [Fact]
    [Shows("3.8.7")]
    public async Task Voice_note_is_shown_as_a_sound_with_caption_name_and_type()
    {
        var workspace = await server.NewWorkspaceAsync();

        var row = await workspace.RowOfAsync(JsonNode.Parse($$$"""{"channelId":"{{{TestWorkspace.WhatsApp}}}","to":{"phone":"{{{TestWorkspace.Phone}}}"},"type":"voice","voice":{"link":"https://m.example.com/note.ogg","caption":"Listen"}}""")!);

        Assert.Equal("Listen", (string?)row["text"]);
        Assert.Equal(("AUDIO", "note.ogg", "Listen", "audio/ogg"), (
            (string?)row["attachments"]![0]!["mediaType"], (string?)row["attachments"]![0]!["mediaName"], (string?)row["attachments"]![0]!["mediaCaption"], (string?)row["attachments"]![0]!["mediaMimeType"]));
    }

    [Theory]
    [InlineData("\"filename\":\"\",")]
    [InlineData("")]
    [Shows("3.8.7")]
    public async Task Empty_file_name_is_none(string filename)
    {
        var workspace = await server.NewWorkspaceAsync();

        var row = await workspace.RowOfAsync(JsonNode.Parse($$$"""{"channelId":"{{{TestWorkspace.WhatsApp}}}","to":{"phone":"{{{TestWorkspace.Phone}}}"},"type":"document","document":{{{{filename}}}"link":"https://m.example.com/inv-1.pdf"}}""")!);

        Assert.Equal(("inv-1.pdf", "application/pdf"), ((string?)row["attachments"]![0]!["mediaName"], (string?)row["attachments"]![0]!["mediaMimeType"]));
    }
}
