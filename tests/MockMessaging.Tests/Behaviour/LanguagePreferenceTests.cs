using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Behaviour;

[Heading("3.5")]
public sealed class LanguagePreferenceTests(MockServer server)
{
    [Fact]
    [Shows("0.4")]
    public async Task Language_of_an_unknown_contact_cannot_be_set()
    {
        var workspace = await server.NewWorkspaceAsync();

        var refused = (await workspace.PostAsync("/api/v1/contact/prefs/lang", new JsonObject { ["contactId"] = "nobody", ["lang"] = "hi" })).Is(HttpStatusCode.NotFound);

        Assert.Equal(("HTTP_NOT_FOUND", "contactId"), ((string?)refused.Body!["statusKey"], (string?)refused.Error["field"]));
    }

    [Fact]
    [Shows("3.5.1")]
    public async Task Setting_a_language_answers_with_a_CONTACT_UPDATE_event()
    {
        var workspace = await server.NewWorkspaceAsync();

        var update = (await workspace.PostAsync("/api/v1/contact/prefs/lang", new JsonObject { ["contactId"] = "wa919988776655_918828218374", ["lang"] = "hi" })).Results[0]!;

        Assert.Equal(("CONTACT_UPDATE", "wa919988776655_918828218374"), ((string?)update["eventCode"], (string?)update["contactId"]));
    }

    [Theory]
    [InlineData("""{"contactId":"nobody","lang":"hi"}""")]
    [InlineData("""{"contactId":"nobody"}""")]
    [InlineData("""{"lang":"hi"}""")]
    [InlineData("{}")]
    [Shows("3.5.1", "3.5.3")]
    public async Task Live_service_checks_nothing(string request)
    {
        var told = (await (await server.InAsync(Steps.Production)).RawAsync("/api/v1/contact/prefs/lang", JsonNode.Parse(request))).Ok();

        var given = told.Results[0]!.AsObject().Where(property => property.Value is not null).ToDictionary();
        Assert.Equal("CONTACT_UPDATE", (string?)given["eventCode"]);
        Assert.Empty(given.Keys.Except(["eventCode", "contactId"]));
        Assert.Equal("{}", told.Body!["meta"]!.ToJsonString());
    }

    [Fact]
    [Shows("3.5.2", "5.4.3")]
    public async Task Nobody_is_told_of_it()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.InAsync(Steps.Documented, receiver);
        await workspace.PostAsync("/api/v1/contact/prefs/lang", JsonNode.Parse("""{"contactId":"wa919988776655_918828218374","lang":"hi"}""")!);
        await workspace.AdvanceAsync();

        Assert.Empty(receiver.All);
    }

    [Fact]
    [Shows("3.5.4")]
    public async Task Templates_come_in_the_language()
    {
        var workspace = await server.NewWorkspaceAsync();
        await workspace.SendTextAsync();
        await workspace.PostAsync("/api/v1/contact/prefs/lang", JsonNode.Parse("""{"contactId":"wa919876543210_918828218374","lang":"hi"}""")!);

        var row = await workspace.RowOfAsync(Steps.Template("FEEDBACK"));

        Assert.Equal((string?)(await workspace.FindTemplateAsync("FEEDBACK", "hi"))["id"], (string?)row["templateId"]);
    }
}
