using System.Net;
using Xunit;

namespace MockMessaging.Tests.Control;

public sealed class MessagesTests(MockServer server)
{
    private const string Contact = "wa919876543210_918828218374";

    [Fact]
    public async Task Messages_are_found_by_direction_status_contact_session_and_words()
    {
        var workspace = await server.NewWorkspaceAsync();
        var session = await workspace.SessionAsync();
        await workspace.SendTextAsync(body: "First order");
        await workspace.AdvanceAsync();
        await workspace.SendTextAsync(body: "Second order");
        await workspace.SendTextAsync("+91 90000 12345", "Third order");

        Assert.Equal(["Hi"], await TextsAsync(workspace, $"direction=inbound&contactId={Contact}"));
        Assert.Equal(["First order"], await TextsAsync(workspace, $"status=READ&sessionId={session}"));
        Assert.Equal(["Second order", "Third order"], await TextsAsync(workspace, "status=INIT"));
        Assert.Equal(["Hi", "First order", "Second order"], await TextsAsync(workspace, $"sessionId={session}"));
        Assert.Equal(["Third order"], await TextsAsync(workspace, "text=THIRD"));
    }

    [Fact]
    public async Task Pages_follow_one_another_without_gap_or_repetition()
    {
        var workspace = await server.NewWorkspaceAsync();
        for (var number = 0; number < 7; number++)
        {
            await workspace.SendTextAsync(body: $"{number}");
        }

        var seen = new List<string>();
        string? after = null;
        do
        {
            var page = (await workspace.GetAsync($"/_sandbox/messages?contactId={Contact}&limit=3{(after is null ? "" : $"&after={after}")}")).Ok().Body!;
            seen.AddRange(page["messages"]!.AsArray().Select(message => (string)message!["text"]!));
            after = (string?)page["next"];
        }
        while (after is not null);

        Assert.Equal(Enumerable.Range(0, 7).Select(number => $"{number}"), seen);
    }

    [Fact]
    public async Task Page_after_a_message_that_is_none_is_refused()
    {
        var workspace = await server.NewWorkspaceAsync();

        (await workspace.GetAsync("/_sandbox/messages?after=nobody")).Is(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Timeline_tells_statuses_pushes_attempts_and_what_is_due()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);
        var id = await workspace.SendTextAsync();
        await workspace.AdvanceAsync("PT0.1S");

        var told = (await workspace.GetAsync("/_sandbox/messages/" + id)).Ok().Body!;

        Assert.Equal(
            ["status INIT", "status SENT", "push SENT", "attempt SENT", "due DLVRD", "due READ"],
            told["timeline"]!.AsArray().Select(entry => $"{entry!["what"]} {entry["status"]}"));
        Assert.Equal("Hello", (string?)told["body"]!["text"]!["body"]);
    }

    [Fact]
    public async Task Forced_failure_is_pushed_with_its_reason_and_ends_the_story()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);
        var id = await workspace.SendTextAsync();
        await workspace.AdvanceAsync("PT0.1S");

        (await ForceAsync(workspace, id, """{"status":"FAILD","error":{"code":"131026","title":"Gone"}}""")).Ok();
        await workspace.AdvanceAsync("PT1H");

        Assert.Equal(["SENT", "FAILD"], receiver.Subjects);
        Assert.Equal(("131026", "Gone"), ((string?)receiver.All[1].Item["errors"]![0]!["code"], (string?)receiver.All[1].Item["errors"]![0]!["title"]));
        var row = await workspace.MessageAsync(id);
        Assert.Equal(("FAILD", "Code:131026"), ((string?)row["status"], (string?)row["logs"]![0]));
    }

    [Fact]
    public async Task Late_report_leaves_its_stamp_and_takes_nothing_back()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);
        var id = await workspace.SendTextAsync();

        foreach (var status in new[] { "DLVRD", "SENT", "READ", "DLVRD" })
        {
            (await ForceAsync(workspace, id, $$"""{"status":"{{status}}"}""")).Ok();
        }

        var row = await workspace.MessageAsync(id);
        Assert.Equal("READ", (string?)row["status"]);
        Assert.Equal(["DLVRD", "INIT", "READ", "SENT"], row["stamps"]!.AsObject().Select(stamp => stamp.Key).Order(StringComparer.Ordinal));
        Assert.Equal(["DLVRD", "SENT", "READ", "DLVRD"], receiver.Subjects.Take(4));
    }

    [Theory]
    [InlineData("""{"status":"INIT"}""", "status")]
    [InlineData("""{}""", "status")]
    [InlineData("""{"status":"FAILD","error":{"title":"no code"}}""", "error.code")]
    public async Task Status_that_cannot_be_forced_is_refused(string wish, string field)
    {
        var workspace = await server.NewWorkspaceAsync();
        var id = await workspace.SendTextAsync();

        Assert.Equal(field, (string?)(await ForceAsync(workspace, id, wish)).Is(HttpStatusCode.BadRequest).Body!["field"]);
    }

    [Fact]
    public async Task Customers_message_takes_no_status()
    {
        var workspace = await server.NewWorkspaceAsync();
        var id = (string)(await workspace.CustomerWritesAsync())["message"]!["id"]!;

        (await ForceAsync(workspace, id, """{"status":"READ"}""")).Is(HttpStatusCode.BadRequest);
        (await ForceAsync(workspace, "000000000000000000000000", """{"status":"READ"}""")).Is(HttpStatusCode.NotFound);
    }

    private static Task<Answer> ForceAsync(TestWorkspace workspace, string id, string wish) => workspace.CallAsync(HttpMethod.Post, $"/_sandbox/messages/{id}/status?wait=PT1M", wish);

    private static async Task<IEnumerable<string?>> TextsAsync(TestWorkspace workspace, string query) =>
        (await workspace.GetAsync("/_sandbox/messages?" + query)).Ok().Body!["messages"]!.AsArray().Where(message => (string?)message!["sessionId"] != "61f3810a02e14c0877fc1a32").Select(message => (string?)message!["text"]);
}
