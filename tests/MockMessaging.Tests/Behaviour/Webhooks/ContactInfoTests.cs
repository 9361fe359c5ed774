using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace MockMessaging.Tests.Behaviour;

[Heading("5.5")]
public sealed class ContactInfoTests(MockServer server)
{
    [Fact]
    [Shows("5.5.1", "5.5.2", "5.2.3")]
    public async Task Business_is_asked_who_a_new_contact_is_and_later_pushes_tell_it()
    {
        await using var business = await WebhookReceiver.StartAsync();
        await using var asking = await MockServer.StartAsync(cancellationToken: TestWorkspace.Cancelled);
        await using var sandbox = await MockServer.StartAsync(
            options => options.Webhooks.ContactInfoUrl = new Uri(asking.BaseAddress, "/api/v1/contact/info").ToString(), TestWorkspace.Cancelled);
        var workspace = new TestWorkspace(sandbox.BaseAddress, "asking");
        await workspace.FreezeAsync();
        await workspace.RegisterWebhookAsync(business.Url);

        await workspace.CustomerWritesAsync();
        await workspace.AdvanceAsync();
        await workspace.CustomerWritesAsync();

        Assert.StartsWith("C", (string?)business.All[^1].Body["contacts"]![0]!["businessProfile"]!["profileId"], StringComparison.Ordinal);
        Assert.Contains(await workspace.PushesAsync(), push => (string?)push!["type"] == "contactinfo" && (string?)push["state"] == "delivered");
    }

    [Fact]
    [Shows("5.5.1", "5.5.2")]
    public async Task Question_is_asked_when_a_session_begins_and_tells_who_the_contact_is()
    {
        await using var business = await RawListener.StartAsync();
        await using var own = await MockServer.StartAsync(options => options.Webhooks.ContactInfoUrl = business.Url, TestWorkspace.Cancelled);
        var workspace = new TestWorkspace(own.BaseAddress, "asking");
        await workspace.FreezeAsync();
        await workspace.CustomerWritesAsync(JsonNode.Parse("""{"from":{"phone":"+91 98765 43210","name":"Asha","email":"asha@example.com"}}"""));
        await workspace.CustomerWritesAsync(JsonNode.Parse("""{"from":{"phone":"+91 98765 43210"}}"""));
        await workspace.AdvanceAsync();

        var asked = JsonNode.Parse(Assert.Single(business.Bodies))!;
        Assert.Equal(("wa919876543210_918828218374", "WHATSAPP", "918828218374"), ((string?)asked["contactId"], (string?)asked["contactType"], (string?)asked["lane"]));
        Assert.Equal(("919876543210", "asha@example.com"), ((string?)asked["profile"]!["phone"], (string?)asked["profile"]!["email"]));
    }

    [Fact]
    [Shows("5.5.3")]
    public async Task Failing_business_harms_nothing_and_is_not_asked_again()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var own = await MockServer.StartAsync(options => options.Webhooks.ContactInfoUrl = "http://127.0.0.1:9/", TestWorkspace.Cancelled);
        var workspace = new TestWorkspace(own.BaseAddress, "asking");
        await workspace.FreezeAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);
        await workspace.CustomerWritesAsync();
        await workspace.AdvanceAsync("PT1H");

        Assert.Equal(["SESSION_ROUTED", "text"], receiver.Subjects);
        Assert.All(receiver.All, push => Assert.Null(push.Body["contacts"]![0]!["businessProfile"]));
        var question = Assert.Single(await workspace.PushesAsync("?type=contactinfo"))!;
        Assert.Equal(("failed", 1), ((string?)question["state"], question["attempts"]!.AsArray().Count));
    }

    [Fact]
    [Shows("5.5.1")]
    public async Task Without_a_URL_nobody_is_asked()
    {
        var workspace = await server.NewWorkspaceAsync();
        await workspace.CustomerWritesAsync();

        Assert.Empty(await workspace.PushesAsync("?type=contactinfo"));
    }

    [Fact]
    [Shows("5.5.2")]
    public async Task Answer_becomes_the_contacts_profile_and_labels()
    {
        await using var business = await WebhookReceiver.StartAsync(context => context.Response.WriteAsync(
            """{"profileId":"C1","name":"Asha Rao","email":"asha@example.com","mobile":"919876543210","labels":[{"key":"TIER","name":"Tier","type":"TEXT","value":"Gold"}]}"""));
        var row = await RowAfterAskingAsync(business);

        Assert.Equal(("C1", "Asha Rao", "asha@example.com", "919876543210"), (
            (string?)row["profileId"], (string?)row["name"], (string?)row["email"], (string?)row["mobile"]));
        var label = Assert.Single(row["labels"]!.AsArray())!;
        Assert.Equal(("TIER", "Tier", "TEXT", "Gold"), ((string?)label["key"], (string?)label["name"], (string?)label["type"], (string?)label["value"]));
    }

    [Fact]
    [Shows("5.5.2")]
    public async Task Answer_without_a_profileId_is_kept_as_well()
    {
        await using var business = await WebhookReceiver.StartAsync(context => context.Response.WriteAsync("""{"name":"Asha Rao"}"""));
        var row = await RowAfterAskingAsync(business);

        Assert.Equal(("Asha Rao", true), ((string?)row["name"], string.IsNullOrEmpty((string?)row["profileId"])));
    }

    [Fact]
    [Shows("5.5.1")]
    public async Task Each_session_asks_anew()
    {
        await using var business = await RawListener.StartAsync();
        await using var own = await AskingAsync(business.Url);
        var workspace = await WorkspaceOfAsync(own);
        await workspace.ActAsync("close", await workspace.SessionAsync());
        await workspace.SessionAsync();
        await workspace.AdvanceAsync();

        Assert.Equal(2, business.Bodies.Count);
    }

    private static Task<InProcessServer> AskingAsync(string url) =>
        MockServer.StartAsync(options => options.Webhooks.ContactInfoUrl = url, TestWorkspace.Cancelled);

    private static async Task<TestWorkspace> WorkspaceOfAsync(InProcessServer own)
    {
        var workspace = new TestWorkspace(own.BaseAddress, "asking");
        await workspace.FreezeAsync();
        return workspace;
    }

    /// <summary>The profile beside a message, once the business has told who the contact is.</summary>
    private static async Task<JsonNode> RowAfterAskingAsync(WebhookReceiver business)
    {
        await using var own = await AskingAsync(business.Url);
        var workspace = await WorkspaceOfAsync(own);
        var session = await workspace.ConversationAsync();
        await workspace.AdvanceAsync();
        return (await workspace.TranscriptAsync(session))[0]!["contact"]!["profile"]!;
    }
}
