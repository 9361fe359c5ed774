using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Behaviour;

[Heading("3.5")]
public sealed class LanguagePreferenceTests(MockServer server)
{
    private const string Route = "/api/v1/contact/prefs/lang";
    private const string Known = "wa919988776655_918828218374";

    [Theory]
    [InlineData("""{"contactId":"nobody","lang":"hi"}""")]
    [Shows("0.4")]
    public async Task Language_of_an_unknown_contact_cannot_be_set(string request)
    {
        var workspace = await server.NewWorkspaceAsync();

        var refused = (await workspace.PostAsync(Route, JsonNode.Parse(request)!)).Is(HttpStatusCode.NotFound);

        Assert.Equal(("HTTP_NOT_FOUND", "contactId"), ((string?)refused.Body!["statusKey"], (string?)refused.Error["field"]));
    }

    [Theory]
    [InlineData(Steps.Documented)]
    [InlineData(Steps.Production)]
    [Shows("3.5.1")]
    public async Task Setting_a_language_answers_with_a_CONTACT_UPDATE_event_and_an_empty_meta(string fidelity)
    {
        var told = await SetAsync(await server.InAsync(fidelity), Known);

        Assert.Equal(["contactId:" + Known, "eventCode:CONTACT_UPDATE"], Told(Assert.Single(told.Results)!).Except(["type:ACTION"]));
        Assert.Equal("{}", told.Body!["meta"]!.ToJsonString());
    }

    [Theory]
    [InlineData("""{"contactId":"nobody","lang":"hi"}""", "nobody")]
    [InlineData("""{"contactId":"nobody"}""", "nobody")]
    [InlineData("""{"lang":"hi"}""", null)]
    [InlineData("{}", null)]
    [Shows("3.5.1", "3.5.3")]
    public async Task Live_service_checks_nothing_and_makes_no_contact(string request, string? contactId)
    {
        var workspace = await server.InAsync(Steps.Production);
        var contacts = (int)(await workspace.LookAsync())["contacts"]!;

        var told = (await workspace.RawAsync(Route, JsonNode.Parse(request))).Ok();

        Assert.Equal(contactId is null ? ["eventCode:CONTACT_UPDATE"] : ["contactId:" + contactId, "eventCode:CONTACT_UPDATE"], Told(Assert.Single(told.Results)!));
        Assert.Equal("{}", told.Body!["meta"]!.ToJsonString());
        Assert.Equal(contacts, (int)(await workspace.LookAsync())["contacts"]!);
    }

    [Theory]
    [InlineData(Steps.Documented)]
    [InlineData(Steps.Production)]
    [Shows("3.5.2", "5.4.3")]
    public async Task Nobody_is_told_of_it(string fidelity)
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.InAsync(fidelity, receiver);

        (await SetAsync(workspace, Known)).Ok();
        await workspace.AdvanceAsync();

        Assert.Empty(receiver.All);
        Assert.Empty(await workspace.PushesAsync());
    }

    [Theory]
    [InlineData(Steps.Documented)]
    [InlineData(Steps.Production)]
    [Shows("3.5.4")]
    public async Task Templates_come_in_the_language(string fidelity)
    {
        var workspace = await server.InAsync(fidelity);
        var before = await workspace.RowOfAsync(Steps.Template("FEEDBACK"));
        await SetAsync(workspace, "wa919876543210_918828218374");

        var after = await workspace.RowOfAsync(Steps.Template("FEEDBACK"));

        Assert.Equal((string?)(await workspace.FindTemplateAsync("FEEDBACK"))["id"], (string?)before["templateId"]);
        Assert.Equal((string?)(await workspace.FindTemplateAsync("FEEDBACK", "hi"))["id"], (string?)after["templateId"]);
    }

    private static Task<Answer> SetAsync(TestWorkspace workspace, string contactId) => workspace.RawAsync(Route, new JsonObject { ["contactId"] = contactId, ["lang"] = "hi" });

    /// <summary>What an event tells; Documented has empty values where production has nulls.</summary>
    private static IEnumerable<string> Told(JsonNode happened) =>
        happened.AsObject().Where(property => Tells(property.Value)).Select(property => $"{property.Key}:{property.Value}").Order(StringComparer.Ordinal);

    private static bool Tells(JsonNode? value) => value switch
    {
        JsonObject properties => properties.Any(property => Tells(property.Value)),
        JsonArray items => items.Count > 0,
        _ => value?.ToJsonString() is not (null or "\"\"" or "0" or "false"),
    };
}
