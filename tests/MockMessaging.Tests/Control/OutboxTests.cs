using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Control;

public sealed class OutboxTests(MockServer server)
{
    [Fact]
    public async Task Pushes_are_fetched_where_no_webhook_is()
    {
        var workspace = await server.NewWorkspaceAsync();
        var id = await workspace.SendTextAsync();
        await workspace.AdvanceAsync();
        await workspace.CustomerWritesAsync();

        var fetched = (await FetchAsync(workspace))["pushes"]!.AsArray();

        Assert.Equal(["SENT", "DLVRD", "READ", "text"], fetched.Select(push => (string?)push!["subject"]));
        Assert.Equal(id, (string?)fetched[0]!["body"]!["statuses"]![0]!["id"]);
        Assert.All(fetched, push => ContractCheck.Push(push!["body"]!));
    }

    [Fact]
    public async Task Fetched_pushes_are_what_the_webhook_gets()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);
        await workspace.SendTextAsync("+91 98765 0003");
        await workspace.AdvanceAsync();

        var fetched = (await FetchAsync(workspace))["pushes"]!.AsArray();

        Assert.Equal(receiver.All.Select(push => push.Body.ToJsonString()), fetched.Select(push => push!["body"]!.ToJsonString()));
    }

    [Fact]
    public async Task Cursor_goes_on_where_the_last_answer_ended()
    {
        var workspace = await server.NewWorkspaceAsync();
        await workspace.SendTextAsync();
        await workspace.AdvanceAsync("PT0.3S");
        var first = await FetchAsync(workspace);
        await workspace.AdvanceAsync();

        var second = await FetchAsync(workspace, $"?after={first["next"]}");

        Assert.Equal(["READ"], second["pushes"]!.AsArray().Select(push => (string?)push!["subject"]));
        Assert.Empty((await FetchAsync(workspace, $"?after={second["next"]}"))["pushes"]!.AsArray());
    }

    [Fact]
    public async Task Fetching_waits_for_something_to_come()
    {
        var workspace = await server.NewWorkspaceAsync();

        var waiting = FetchAsync(workspace, "?wait=PT30S");
        await workspace.CustomerWritesAsync();

        Assert.NotEmpty((await waiting)["pushes"]!.AsArray());
    }

    private static async Task<JsonNode> FetchAsync(TestWorkspace workspace, string query = "") => (await workspace.GetAsync("/_sandbox/outbox" + query)).Ok().Body!;
}
