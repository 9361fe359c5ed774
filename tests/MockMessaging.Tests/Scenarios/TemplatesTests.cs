using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Scenarios;

public sealed class TemplatesTests(MockServer server)
{
    [Fact]
    public async Task Placeholders_are_filled_and_a_missing_value_is_blank()
    {
        var workspace = await server.NewWorkspaceAsync();
        var template = await FindAsync(workspace, "ORDER_SHIPPED", "en");

        var message = await SendAsync(workspace, new JsonObject { ["code"] = "ORDER_SHIPPED", ["data"] = new JsonObject { ["orderId"] = "A<1>=b" } });

        var text = (string)message["text"]!;
        Assert.NotEqual((string?)template["template"], text);
        Assert.DoesNotContain("{{", text, StringComparison.Ordinal);
        Assert.Equal(("ORDER_SHIPPED", (string?)template["id"]), ((string?)message["template"], (string?)message["templateId"]));
    }

    [Theory]
    [InlineData("hi", null, "hi")]
    [InlineData("hi_IN", null, "hi")]
    [InlineData(null, "hi", "hi")]
    [InlineData(null, null, "en")]
    [InlineData("fr", "hi", "hi")]
    [InlineData("fr", null, "en")]
    public async Task Language_is_the_given_one_else_the_contacts_else_English(string? given, string? preferred, string expected)
    {
        var workspace = await server.NewWorkspaceAsync();
        var template = await FindAsync(workspace, "FEEDBACK", expected);
        if (preferred is not null)
        {
            await workspace.SendTextAsync();
            (await workspace.PostAsync("/api/v1/contact/prefs/lang", new JsonObject { ["contactId"] = "wa919876543210_918828218374", ["lang"] = preferred })).Ok();
        }

        var message = await SendAsync(workspace, new JsonObject { ["code"] = "FEEDBACK", ["lang"] = given });

        Assert.Equal((string?)template["id"], (string?)message["templateId"]);
    }

    [Fact]
    public async Task Id_wins_over_code()
    {
        var workspace = await server.NewWorkspaceAsync();
        var template = await FindAsync(workspace, "OTP", "hi");

        var message = await SendAsync(workspace, new JsonObject { ["id"] = (string?)template["id"], ["code"] = "FEEDBACK" });

        Assert.Equal("OTP", (string?)message["template"]);
    }

    [Fact]
    public async Task Receipt_names_the_template()
    {
        var workspace = await server.NewWorkspaceAsync();

        var receipt = (await workspace.PostAsync("/api/v1/message/send", Request(new JsonObject { ["code"] = "PROMO" }))).Results[0]!;

        Assert.Equal(("PROMO", (string?)(await FindAsync(workspace, "PROMO", "en"))["id"]), ((string?)receipt["templateCode"], (string?)receipt["templateId"]));
    }

    [Theory]
    [InlineData("NO_SUCH_TEMPLATE", "Template not found")]
    [InlineData("ACCOUNT_UPDATE", "PENDING")]
    [InlineData("PRICE_DROP", "REJECTED")]
    public async Task Template_that_may_not_go_out_is_accepted_and_ends_in_SENT_ERR_with_the_reason(string code, string reason)
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);

        var id = await workspace.SendAsync(Request(new JsonObject { ["code"] = code }));
        await workspace.AdvanceAsync();

        Assert.Empty(receiver.All);
        var message = await workspace.MessageAsync(id);
        Assert.Equal("SENT_ERR", (string?)message["status"]);
        Assert.Contains(reason, (string?)message["logs"]![0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unapproved_template_goes_out_inside_the_care_window()
    {
        var workspace = await server.NewWorkspaceAsync();
        await workspace.CustomerWritesAsync();

        var id = await workspace.SendAsync(Request(new JsonObject { ["code"] = "ACCOUNT_UPDATE" }));
        await workspace.AdvanceAsync();

        Assert.Equal("READ", (string?)(await workspace.MessageAsync(id))["status"]);
    }

    private static JsonObject Request(JsonObject template)
    {
        var request = TestWorkspace.Text();
        request["type"] = "template";
        request["template"] = template;
        return request;
    }

    private static async Task<JsonNode> SendAsync(TestWorkspace workspace, JsonObject template) =>
        await workspace.MessageAsync(await workspace.SendAsync(Request(template)));

    private static async Task<JsonNode> FindAsync(TestWorkspace workspace, string code, string lang) =>
        (await workspace.GetAsync("/api/v1/config/tmpl/hsm")).Results.Single(template => (string?)template!["code"] == code && (string?)template["lang"] == lang)!;
}
