using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Scenarios;

/// <summary>A template is pending until the provider approves it, and may be rejected or paused at any time.</summary>
public sealed class TemplateApprovalTests(MockServer server) : IDisposable
{
    private const string Feedback = "60d236c6142e53561cb7716c";
    private const string Pending = """{"code":"READY","body":"Ready","contactType":"WHATSAPP","approveAfter":"PT24H"}""";

    private readonly string _folder = Directory.CreateTempSubdirectory("approvals").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("pending")]
    [InlineData("rejected")]
    [InlineData("paused")]
    public async Task Template_that_is_not_approved_is_refused_until_it_is(string status)
    {
        var workspace = await server.NewWorkspaceAsync();
        await ChangeAsync(workspace, Feedback, $$"""{"status":"{{status}}","reason":"Wrong category"}""");

        var refused = await SendAsync(workspace, "FEEDBACK");
        await ChangeAsync(workspace, Feedback, """{"status":"approved"}""");
        var sent = await SendAsync(workspace, "FEEDBACK");

        Assert.Equal(("SENT_ERR", "READ"), ((string?)refused["status"], (string?)sent["status"]));
        Assert.Contains($"is {status.ToUpperInvariant()} on wa360:918828218374: Wrong category", refused.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PATCH", """{"status":"approved"}""")]
    [InlineData("PUT", """{"code":"READY","body":"Now","contactType":"WHATSAPP"}""")]
    [InlineData("DELETE", null)]
    public async Task Approval_that_no_longer_applies_is_not_waited_for(string method, string? change)
    {
        var workspace = await server.NewWorkspaceAsync();
        (await workspace.CallAsync(HttpMethod.Put, "/_sandbox/templates/ready", Pending)).Ok();

        Assert.InRange((int)(await workspace.CallAsync(new HttpMethod(method), "/_sandbox/templates/ready", change)).Status, 200, 204);

        Assert.Empty((await workspace.GetAsync("/_sandbox/clock/due")).Ok().Body!["due"]!.AsArray());
    }

    [Fact]
    public async Task Status_can_be_for_one_channel()
    {
        var workspace = await server.NewWorkspaceAsync();
        await ChangeAsync(workspace, Feedback, """{"status":"rejected","channelId":"wac360:447700900142"}""");

        Assert.Equal("READ", (string?)(await SendAsync(workspace, "FEEDBACK"))["status"]);
        Assert.Equal("SENT_ERR", (string?)(await SendAsync(workspace, "FEEDBACK", "wac360:447700900142"))["status"]);
        var listed = (await workspace.GetAsync("/api/v1/config/tmpl/hsm?channelStatus=REJECTED&channelId=wac360:447700900142")).Results;
        Assert.Contains(Feedback, listed.Select(row => (string?)row!["id"]));
    }

    [Fact]
    public async Task Inside_the_care_window_it_is_sent_all_the_same()
    {
        var workspace = await server.NewWorkspaceAsync();
        await workspace.CustomerWritesAsync();
        await ChangeAsync(workspace, Feedback, """{"status":"rejected"}""");

        Assert.Equal("READ", (string?)(await SendAsync(workspace, "FEEDBACK"))["status"]);
    }

    [Fact]
    public async Task It_is_approved_by_itself_when_the_time_has_come()
    {
        var workspace = await server.NewWorkspaceAsync();
        (await PutAsync(workspace, Pending)).Ok();
        var due = (await workspace.GetAsync("/_sandbox/clock/due")).Ok().Body!["due"]![0]!;
        Assert.Equal(("approval", "2026-01-06T10:00:00+00:00"), ((string?)due["what"], (string?)due["due"]));

        await workspace.AdvanceAsync("PT23H59M");
        Assert.Equal("SENT_ERR", (string?)(await SendAsync(workspace, "READY"))["status"]);
        await workspace.AdvanceAsync("PT1M");
        Assert.Equal("READ", (string?)(await SendAsync(workspace, "READY"))["status"]);
    }

    [Fact]
    public async Task It_is_approved_by_itself_only_on_the_channel_of_the_request()
    {
        var workspace = await server.NewWorkspaceAsync();
        await ChangeAsync(workspace, Feedback, """{"status":"pending"}""");
        await ChangeAsync(workspace, Feedback, """{"status":"pending","channelId":"wac360:447700900142","approveAfter":"PT1H"}""");
        await workspace.AdvanceAsync("PT1H");

        Assert.Equal("SENT_ERR", (string?)(await SendAsync(workspace, "FEEDBACK"))["status"]);
        Assert.Equal("READ", (string?)(await SendAsync(workspace, "FEEDBACK", "wac360:447700900142"))["status"]);
    }

    [Fact]
    public async Task A_word_of_the_provider_comes_before_the_time()
    {
        var workspace = await server.NewWorkspaceAsync();
        (await PutAsync(workspace, Pending)).Ok();
        await ChangeAsync(workspace, "ready", """{"status":"rejected"}""");

        await workspace.AdvanceAsync("P2D");

        Assert.Equal("SENT_ERR", (string?)(await SendAsync(workspace, "READY"))["status"]);
    }

    [Fact]
    public async Task It_is_approved_after_a_restart_and_in_a_fork()
    {
        (string, string)[] settings = [("Storage:Path", Path.Combine(_folder, "data.db"))];
        await using (var first = await MockServer.StartAsync(settings))
        {
            var workspace = new TestWorkspace(first.BaseAddress, "mine");
            await workspace.FreezeAsync();
            (await PutAsync(workspace, Pending)).Ok();
        }

        await using var second = await MockServer.StartAsync(settings);
        var again = new TestWorkspace(second.BaseAddress, "mine");
        (await again.PostAsync("/_sandbox/workspaces", new JsonObject { ["key"] = "fork" })).Ok();
        foreach (var workspace in new[] { again, new TestWorkspace(second.BaseAddress, "fork") })
        {
            Assert.Equal("SENT_ERR", (string?)(await SendAsync(workspace, "READY"))["status"]);
            await workspace.AdvanceAsync("P1D");
            Assert.Equal("READ", (string?)(await SendAsync(workspace, "READY"))["status"]);
        }
    }

    [Fact]
    public async Task Template_that_is_set_again_has_the_timer_of_its_last_form()
    {
        var workspace = await server.NewWorkspaceAsync();
        foreach (var hours in new[] { "1", "2", "3" })
        {
            (await PutAsync(workspace, Pending.Replace("24", hours, StringComparison.Ordinal))).Ok();
        }

        Assert.Single((await workspace.GetAsync("/_sandbox/clock/due")).Ok().Body!["due"]!.AsArray());
    }

    private static Task<Answer> PutAsync(TestWorkspace workspace, string body) => workspace.CallAsync(HttpMethod.Put, "/_sandbox/templates/ready", body);

    private static async Task ChangeAsync(TestWorkspace workspace, string id, string body) =>
        (await workspace.CallAsync(HttpMethod.Patch, "/_sandbox/templates/" + id, body)).Ok();

    /// <summary>The message once everything has happened to it.</summary>
    private static async Task<JsonNode> SendAsync(TestWorkspace workspace, string code, string channel = TestWorkspace.WhatsApp)
    {
        var id = await workspace.SendAsync(JsonNode.Parse($$$"""
            {"channelId":"{{{channel}}}","to":{"phone":"{{{TestWorkspace.Phone}}}"},"type":"template","template":{"code":"{{{code}}}"}}
            """)!);
        await workspace.AdvanceAsync("PT2S");
        return (await workspace.GetAsync("/_sandbox/messages/" + id)).Ok().Body!;
    }
}
