using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Control;

/// <summary>What waits for the clock.</summary>
public sealed class DueTests(MockServer server)
{
    [Fact]
    public async Task Next_step_of_each_message_is_listed_soonest_first()
    {
        var workspace = await server.NewWorkspaceAsync();
        var first = await workspace.SendTextAsync("+91 98765 40006");
        await workspace.AdvanceAsync("PT1S");
        var second = await workspace.SendTextAsync();

        var due = await DueAsync(workspace);

        Assert.Equal(2, (int)due["total"]!);
        Assert.Equal(
            [("status", second, "SENT", "2026-01-05T10:00:01.05+00:00"), ("reply", first, null, "2026-01-05T10:00:01.5+00:00")],
            due["due"]!.AsArray().Select(item => ((string?)item!["what"], (string?)item["messageId"], (string?)item["status"], (string?)item["due"])));
        Assert.Equal("The customer replies with a text.", (string?)due["due"]![1]!["detail"]);
    }

    [Fact]
    public async Task Held_pushes_and_made_up_customers_are_listed()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);
        (await workspace.CallAsync(HttpMethod.Post, "/_sandbox/faults", """{"name":"late","target":{"webhooks":true,"type":"messages"},"effect":{"delay":"PT1H"}}""")).Ok();
        (await workspace.CallAsync(HttpMethod.Post, "/_sandbox/traffic", """{"contacts":2,"inboundPerMinute":0.001,"for":"P1D"}""")).Ok();
        await workspace.CustomerWritesAsync();

        var due = (await DueAsync(workspace))["due"]!.AsArray();

        var push = due.Single(item => (string?)item!["what"] == "push")!;
        Assert.Equal(("text", "wa919876543210_918828218374", "2026-01-05T11:00:00+00:00", "Held back by fault 'late'."), ((string?)push["status"], (string?)push["contactId"], (string?)push["due"], (string?)push["detail"]));
        Assert.Contains(due, item => (string?)item!["what"] == "traffic");
    }

    [Fact]
    public async Task List_is_cut_and_the_total_is_not()
    {
        var workspace = await server.NewWorkspaceAsync();
        var ids = new List<string>();
        for (var number = 0; number < 5; number++)
        {
            ids.Add(await workspace.SendTextAsync());
        }

        var due = await DueAsync(workspace, "?limit=2");

        Assert.Equal(5, (int)due["total"]!);
        Assert.Equal(ids[..2], due["due"]!.AsArray().Select(item => (string?)item!["messageId"]));
    }

    [Fact]
    public async Task Message_whose_status_was_forced_has_no_status_due()
    {
        var workspace = await server.NewWorkspaceAsync();
        var id = await workspace.SendTextAsync();
        (await workspace.CallAsync(HttpMethod.Post, $"/_sandbox/messages/{id}/status?wait=PT1M", """{"status":"READ"}""")).Ok();

        Assert.Equal("timer", (string?)Assert.Single((await DueAsync(workspace))["due"]!.AsArray())!["what"]);
    }

    [Theory]
    [InlineData("?limit=0", "limit")]
    [InlineData("?limit=1001", "limit")]
    [InlineData("?limt=1", "limt")]
    public async Task Parameter_that_cannot_be_is_refused(string query, string field)
    {
        var workspace = await server.NewWorkspaceAsync();

        Assert.Equal(field, (string?)(await workspace.GetAsync("/_sandbox/clock/due" + query)).Is(HttpStatusCode.BadRequest).Body!["field"]);
    }

    private static async Task<JsonNode> DueAsync(TestWorkspace workspace, string query = "") => (await workspace.GetAsync("/_sandbox/clock/due" + query)).Ok().Body!;
}
