using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace MockMessaging.Tests.Behaviour;

[Heading("4.5")]
public sealed class TemplatesTests(MockServer server) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mock-messaging-").FullName;

    [Fact]
    [Shows("4.5.1")]
    public async Task Id_wins_over_code_and_language()
    {
        var workspace = await server.NewWorkspaceAsync();
        var id = (string?)(await workspace.FindTemplateAsync("OTP", "hi"))["id"];

        var row = await SentAsync(workspace, new JsonObject { ["id"] = id, ["code"] = "FEEDBACK", ["lang"] = "en" });

        Assert.Equal(("OTP", id), ((string?)row["template"], (string?)row["templateId"]));
    }

    [Theory]
    [InlineData("hi", null, "hi")]
    [InlineData("hi_IN", null, "hi")]
    [InlineData("en", "hi", "en")]
    [InlineData(null, "hi", "hi")]
    [InlineData(null, null, "en")]
    [InlineData("fr", "hi", "hi")]
    [InlineData("fr", "fr", "en")]
    [InlineData("fr", null, "en")]
    [Shows("4.5.2")]
    public async Task Language_is_the_given_one_else_the_contacts_else_English(string? given, string? preferred, string expected)
    {
        var workspace = await server.NewWorkspaceAsync();
        var id = (string?)(await workspace.FindTemplateAsync("FEEDBACK", expected))["id"];
        if (preferred is not null)
        {
            await workspace.SendTextAsync();
            (await workspace.PostAsync("/api/v1/contact/prefs/lang", new JsonObject { ["contactId"] = "wa919876543210_918828218374", ["lang"] = preferred })).Ok();
        }

        Assert.Equal(id, (string?)(await SentAsync(workspace, new JsonObject { ["code"] = "FEEDBACK", ["lang"] = given }))["templateId"]);
    }

    [Fact]
    [Shows("4.5.3")]
    public async Task Placeholders_read_data_contact_global_and_profile()
    {
        const string Told = """{"profileId":"C7","name":"Asha of the shop"}""";
        await using var business = await WebhookReceiver.StartAsync(context => context.Response.WriteAsync(Told, TestWorkspace.Cancelled));
        await using var own = await StartAsync(
            """{"template":"{{data.order.id}}|{{contact.name}}|{{contact.phone}}|{{global.company_name}}|{{profile.name}}|{{profile.profileId}}"}""",
            business.Url);
        var workspace = await OpenAsync(own);
        var message = Own(JsonNode.Parse("""{"order":{"id":7}}"""));
        message["to"]!["name"] = "Asha";
        await workspace.SendAsync(message);
        await workspace.AdvanceAsync();

        var row = await workspace.RowAsync(await workspace.SendAsync(message));

        Assert.Equal("7|Asha|919876543210|Marigold Home|Asha of the shop|C7", (string?)row["text"]);
    }

    [Fact]
    [Shows("4.5.4")]
    public async Task Missing_value_is_blank_and_an_equals_sign_stays_one()
    {
        await using var own = await StartAsync("""{"template":"[{{data.none}}{{data.none.at.all}}{{global.none}}{{profile.none}}{{nobody.at.all}}] a=b {{data.sum}}"}""");

        var row = await (await OpenAsync(own)).RowOfAsync(Own(new JsonObject { ["sum"] = "1+1=<2>" }));

        Assert.Equal("[] a=b 1+1=&lt;2&gt;", (string?)row["text"]);
    }

    [Fact]
    [Shows("4.5.4")]
    public async Task Template_without_any_data_is_filled_with_blanks()
    {
        await using var own = await StartAsync("""{"template":"Hi {{data.name}}!"}""");

        Assert.Equal("Hi !", (string?)(await (await OpenAsync(own)).RowOfAsync(Own(null)))["text"]);
    }

    [Fact]
    [Shows("4.5.5")]
    public async Task Text_header_footer_title_buttons_and_attachments_come_from_the_template()
    {
        await using var own = await StartAsync("""
            {
              "template": "Text {{data.x}}", "header": "Header {{data.x}}", "footer": "Footer {{data.x}}", "title": "Title {{data.x}}",
              "options": { "buttons": [{ "type": "QUICK_REPLY", "code": "YES", "label": "Yes" }] },
              "attachments": [{ "mediaType": "IMAGE", "mediaURL": "https://media.example.com/a.png", "mediaName": "a.png" }]
            }
            """);
        var message = Own(new JsonObject { ["x"] = "1" });
        message["text"] = new JsonObject { ["body"] = "not this" };

        var row = await (await OpenAsync(own)).RowOfAsync(message);

        Assert.Equal("Text 1", (string?)row["text"]);
        Assert.Equal(("Header 1", "Footer 1", "Title 1"), ((string?)row["options"]!["header"], (string?)row["options"]!["footer"], (string?)row["options"]!["title"]));
        Assert.Equal("YES", (string?)Assert.Single(row["options"]!["buttons"]!.AsArray())!["code"]);
        Assert.Equal("a.png", (string?)Assert.Single(row["attachments"]!.AsArray())!["mediaName"]);
    }

    [Fact]
    [Shows("4.5.5")]
    public async Task Attachments_of_the_request_go_before_those_of_the_template()
    {
        var message = Steps.Template("PROMO");
        message["image"] = new JsonObject { ["link"] = "https://files.example.com/mine.png" };

        var row = await (await server.NewWorkspaceAsync()).RowOfAsync(message);

        Assert.Equal("mine.png", (string?)Assert.Single(row["attachments"]!.AsArray())!["mediaName"]);
    }

    [Fact]
    [Shows("4.5.5")]
    public async Task Buttons_come_from_the_template_even_if_the_request_has_some()
    {
        var message = Steps.Template("FEEDBACK");
        message["options"] = JsonNode.Parse("""{"buttons":[{"code":"MINE","label":"Mine"}]}""");

        var row = await (await server.NewWorkspaceAsync()).RowOfAsync(message);

        Assert.Equal(["GREAT", "OKAY", "POOR"], row["options"]!["buttons"]!.AsArray().Select(button => (string?)button!["code"]));
    }

    [Theory]
    [InlineData("NO_SUCH_TEMPLATE", "Template not found")]
    [InlineData("ACCOUNT_UPDATE", "PENDING")]
    [InlineData("PRICE_DROP", "REJECTED")]
    [Shows("4.5.6")]
    public async Task Unknown_or_unapproved_template_is_accepted_and_ends_in_SENT_ERR_with_the_reason(string code, string reason)
    {
        foreach (var fidelity in new[] { Steps.Documented, Steps.Production })
        {
            var row = await (await server.InAsync(fidelity)).RowOfAsync(Steps.Template(code));

            Assert.Equal("SENT_ERR", (string?)row["status"]);
            Assert.Contains(reason, Assert.Single(row["logs"].Words()), StringComparison.Ordinal);
        }
    }

    [Fact]
    [Shows("4.5.6")]
    public async Task Refused_template_sent_again_is_refused_again()
    {
        var workspace = await server.NewWorkspaceAsync();
        var first = await workspace.SendAsync(Steps.Template("ACCOUNT_UPDATE"));

        var row = await workspace.RowOfAsync(new JsonObject { ["channelId"] = TestWorkspace.WhatsApp, ["messageIdResend"] = first });

        Assert.Equal("SENT_ERR", (string?)row["status"]);
    }

    [Fact]
    [Shows("4.5.6")]
    public async Task Template_that_cannot_be_filled_ends_in_SENT_EXC_with_the_reason()
    {
        await using var own = await StartAsync("""{"template":"Hi {{#if data.x}} there"}""");

        var row = await (await OpenAsync(own)).RowOfAsync(Own(null));

        Assert.Equal("SENT_EXC", (string?)row["status"]);
        Assert.StartsWith("Template cannot be filled: OWN", (string?)row["logs"]![0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""[{"channelId":"wa360:918828218374","status":"APPROVED"}]""", "READ")]
    [InlineData("""[{"channelId":"wa360:918828218374","status":"DELETED"}]""", "READ")]
    [InlineData("""[{"channelId":"wa360:12025550199","status":"REJECTED"}]""", "READ")]
    [InlineData("[]", "READ")]
    [InlineData("""[{"channelId":"wa360:12025550199","status":"APPROVED"},{"channelId":"wa360:918828218374","status":"PENDING"}]""", "SENT_ERR")]
    [Shows("4.5.6")]
    public async Task Only_the_row_of_the_channel_stands_in_the_way(string approved, string status)
    {
        await using var own = await StartAsync($$"""{"template":"Hi","approved":{{approved}}}""");

        Assert.Equal(status, (string?)(await (await OpenAsync(own)).RowOfAsync(Own(null)))["status"]);
    }

    [Theory]
    [InlineData(Steps.Documented, "PT23H59M59.999S", "READ")]
    [InlineData(Steps.Production, "PT23H59M59.999S", "READ")]
    [InlineData(Steps.Documented, "PT24H", "SENT_ERR")]
    [InlineData(Steps.Production, "PT24H", "SENT_ERR")]
    [Shows("4.5.7")]
    public async Task Approval_is_not_needed_inside_the_care_window(string fidelity, string later, string status)
    {
        var workspace = await server.InAsync(fidelity);
        await workspace.CustomerWritesAsync();
        await workspace.AdvanceAsync(later);

        Assert.Equal(status, (string?)(await workspace.RowOfAsync(Steps.Template("ACCOUNT_UPDATE")))["status"]);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static JsonObject Own(JsonNode? data) => Steps.Template(new JsonObject { ["code"] = "OWN", ["data"] = data });

    private static async Task<JsonNode> SentAsync(TestWorkspace workspace, JsonObject template) => await workspace.RowOfAsync(Steps.Template(template));

    private static async Task<TestWorkspace> OpenAsync(InProcessServer own)
    {
        var workspace = new TestWorkspace(own.BaseAddress, "templates");
        await workspace.FreezeAsync();
        return workspace;
    }

    /// <summary>A server whose only template is one of the test's own.</summary>
    private async Task<InProcessServer> StartAsync(string template, string? contactInfoUrl = null)
    {
        var row = JsonNode.Parse(template)!;
        (row["id"], row["name"], row["code"], row["lang"]) = ("65e0aa000000000000000001", "own", "OWN", "en");
        await File.WriteAllTextAsync(Path.Combine(_folder, "templates.json"), $"[{row.ToJsonString()}]", TestWorkspace.Cancelled);
        return await MockServer.StartAsync(
            options =>
            {
                options.Seeding.Path = _folder;
                options.Webhooks.ContactInfoUrl = contactInfoUrl;
            },
            TestWorkspace.Cancelled);
    }
}
