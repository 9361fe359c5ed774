using System.Net;
using Xunit;

namespace MockMessaging.Tests.Control;

public sealed class WaitTests(MockServer server)
{
    [Fact]
    public async Task Wait_ends_when_the_message_takes_the_status()
    {
        var workspace = await server.NewWorkspaceAsync();
        var id = await workspace.SendTextAsync();

        var waiting = workspace.GetAsync($"/_sandbox/wait/status?messageId={id}&status=READ&timeout=PT30S");
        await workspace.AdvanceAsync();

        Assert.Equal("READ", (string?)(await waiting).Ok().Body!["status"]);
    }

    [Fact]
    public async Task Wait_for_what_has_been_answers_at_once()
    {
        var workspace = await server.NewWorkspaceAsync();
        var id = await workspace.SendTextAsync();
        await workspace.AdvanceAsync();

        (await workspace.GetAsync($"/_sandbox/wait/status?messageId={id}&status=DLVRD&timeout=PT0S")).Ok();
    }

    [Fact]
    public async Task Wait_on_a_running_clock_needs_nobody()
    {
        var workspace = new TestWorkspace(server.BaseAddress, MockServer.NewKey());
        (await workspace.CallAsync(HttpMethod.Put, "/_sandbox/clock", """{"mode":"scaled","scale":100}""")).Ok();
        var id = await workspace.SendTextAsync();

        (await workspace.GetAsync($"/_sandbox/wait/status?messageId={id}&status=READ&timeout=PT30S")).Ok();
    }

    [Fact]
    public async Task Wait_ends_when_a_push_is_acknowledged()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);
        var id = await workspace.SendTextAsync();

        var waiting = workspace.GetAsync($"/_sandbox/wait/push?push=DLVRD&messageId={id}&timeout=PT30S");
        await workspace.AdvanceAsync();

        Assert.Equal(("DLVRD", "delivered"), ((string?)(await waiting).Ok().Body!["subject"], (string?)(await waiting).Body!["state"]));
    }

    [Fact]
    public async Task Wait_ends_when_nothing_is_left_to_happen()
    {
        var workspace = await server.NewWorkspaceAsync();
        await workspace.SendTextAsync();

        var waiting = workspace.GetAsync("/_sandbox/wait/idle?timeout=PT30S");
        await workspace.AdvanceAsync();

        Assert.True((bool)(await waiting).Ok().Body!["idle"]!);
    }

    [Fact]
    public async Task Timeout_tells_what_is_pending_and_when_it_is_due()
    {
        var workspace = await server.NewWorkspaceAsync();
        var id = await workspace.SendTextAsync();

        var late = (await workspace.GetAsync($"/_sandbox/wait/status?messageId={id}&status=READ&timeout=PT0.01S")).Is(HttpStatusCode.RequestTimeout);

        Assert.Equal("application/problem+json", late.Raw.Content.Headers.ContentType?.MediaType);
        Assert.Equal(["SENT", "DLVRD", "READ"], late.Body!["pending"]!.AsArray().Select(item => (string?)item!["status"]));
        Assert.Equal("2026-01-05T10:00:00.05+00:00", (string?)late.Body["pending"]![0]!["due"]);
        Assert.Contains("frozen", (string?)late.Body["detail"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/push")]
    [InlineData("/status?status=READ")]
    [InlineData("/status?messageId=61f3810a02e14c0877fc1a34")]
    [InlineData("/status?messageId=61f3810a02e14c0877fc1a34&status=EATEN")]
    [InlineData("/idle?timeout=PT1H")]
    [InlineData("/idle?timeout=soon")]
    public async Task Wait_for_nothing_in_particular_is_refused(string query)
    {
        var workspace = await server.NewWorkspaceAsync();

        (await workspace.GetAsync("/_sandbox/wait" + query)).Is(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Wait_without_its_kind_is_no_route()
    {
        var workspace = await server.NewWorkspaceAsync();

        (await workspace.GetAsync("/_sandbox/wait")).Is(HttpStatusCode.NotFound);
    }
}
