using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Control;

public sealed class EventsTests(MockServer server)
{
    [Fact]
    public async Task Stream_shows_what_happens_as_it_happens()
    {
        var workspace = await server.NewWorkspaceAsync();
        await using var feed = await FollowAsync(workspace);
        var id = await workspace.SendTextAsync();
        await workspace.AdvanceAsync("PT0.3S");
        await workspace.CustomerWritesAsync();
        await workspace.ResetAsync();

        var seen = (await feed.UntilAsync("reset")).Where(happened => happened.Kind is not ("request" or "clock")).ToList();

        Assert.Equal(["sent", "status", "status", "inbound", "reset"], seen.Select(happened => happened.Kind));
        Assert.Equal((id, "DLVRD"), ((string?)seen[2].Data["messageId"], (string?)seen[2].Data["status"]));
        Assert.Equal(("Hello", "outbound"), ((string?)seen[0].Data["message"]!["text"], (string?)seen[0].Data["message"]!["direction"]));
        Assert.Equal(("Hi", "inbound"), ((string?)seen[3].Data["message"]!["text"], (string?)seen[3].Data["message"]!["direction"]));
    }

    [Fact]
    public async Task Stream_begins_with_the_version()
    {
        var workspace = await server.NewWorkspaceAsync();
        await using var feed = await FollowAsync(workspace);

        Assert.Equal((string?)(await workspace.RawCallAsync(HttpMethod.Get, "/")).Ok().Body!["version"], (string?)JsonNode.Parse(feed.Events.Current.Data)!["version"]);
    }

    [Fact]
    public async Task Requests_are_in_the_stream_with_what_they_sent_and_why_they_failed()
    {
        var workspace = await server.NewWorkspaceAsync();
        await using var feed = await FollowAsync(workspace);
        var id = await workspace.SendTextAsync();
        (await workspace.CallAsync(HttpMethod.Post, "/_sandbox/faults", """{"name":"busy","effect":{"status":503}}""")).Ok();
        (await workspace.GetAsync("/api/v1/config/channels")).Is(HttpStatusCode.ServiceUnavailable);

        var sent = (await feed.UntilAsync("request"))[^1].Data;
        var refused = (await feed.UntilAsync("request"))[^1].Data["request"]!;

        Assert.Equal((id, "POST", "/api/v1/message/send", 200, 1), ((string?)sent["messageId"], (string?)sent["request"]!["method"], (string?)sent["request"]!["path"], (int)sent["request"]!["status"]!, (int)sent["request"]!["number"]!));
        Assert.Equal(id, (string?)sent["request"]!["messageIds"]![0]);
        Assert.Equal((503, "busy"), ((int)refused["status"]!, (string?)refused["fault"]));
    }

    [Theory]
    [InlineData("PUT", "/_sandbox/clock", """{"mode":"frozen"}""", "clock")]
    [InlineData("POST", "/_sandbox/clock/advance", """{"by":"PT1S"}""", "clock")]
    [InlineData("POST", "/_sandbox/faults", """{"effect":{"status":503}}""", "faults")]
    [InlineData("PATCH", "/_sandbox/faults/known", """{"paused":true}""", "faults")]
    [InlineData("DELETE", "/_sandbox/faults", null, "faults")]
    [InlineData("POST", "/_sandbox/outcomes", """{"outcome":"failed"}""", "outcomes")]
    [InlineData("DELETE", "/_sandbox/outcomes", null, "outcomes")]
    [InlineData("POST", "/_sandbox/traffic", """{"contacts":1}""", "traffic")]
    [InlineData("DELETE", "/_sandbox/traffic", null, "traffic")]
    [InlineData("POST", "/api/v1/config/webhook", """{"url":"http://localhost:9/"}""", "webhook")]
    [InlineData("PATCH", "/_sandbox/workspace", """{"careWindow":true}""", "settings")]
    [InlineData("POST", "/_sandbox/snapshots", """{"name":"one"}""", "snapshots")]
    [InlineData("DELETE", "/_sandbox/snapshots/known", null, "snapshots")]
    public async Task Change_of_anything_is_in_the_stream(string method, string path, string? body, string kind)
    {
        var workspace = await server.NewWorkspaceAsync();
        (await workspace.CallAsync(HttpMethod.Post, "/_sandbox/faults", """{"name":"known","target":"webhooks","effect":{"drop":true}}""")).Ok();
        (await workspace.CallAsync(HttpMethod.Post, "/_sandbox/snapshots", """{"name":"known"}""")).Ok();
        await using var feed = await FollowAsync(workspace);

        await workspace.CallAsync(new HttpMethod(method), path, body);

        Assert.Equal(kind, (await feed.NextAsync()).Kind);
    }

    [Fact]
    public async Task Clock_comes_with_its_event()
    {
        var workspace = await server.NewWorkspaceAsync();
        await using var feed = await FollowAsync(workspace);
        await workspace.AdvanceAsync("PT1H");

        var clock = (await feed.NextAsync()).Data["clock"]!;

        Assert.Equal(("frozen", "2026-01-05T11:00:00+00:00"), ((string?)clock["mode"], (string?)clock["now"]));
    }

    [Fact]
    public async Task Countdowns_of_faults_and_rules_are_in_the_stream()
    {
        var workspace = await server.NewWorkspaceAsync();
        (await workspace.CallAsync(HttpMethod.Post, "/_sandbox/outcomes", """{"outcome":"failed","times":1}""")).Ok();
        (await workspace.CallAsync(HttpMethod.Post, "/_sandbox/faults", """{"target":"webhooks","effect":{"drop":true}}""")).Ok();
        await workspace.RegisterWebhookAsync("http://127.0.0.1:9/");
        await using var feed = await FollowAsync(workspace);
        await workspace.SendTextAsync();
        await workspace.AdvanceAsync();

        var kinds = (await feed.UntilAsync("clock")).Select(happened => happened.Kind).ToList();

        Assert.Contains("outcomes", kinds);
        Assert.Contains("faults", kinds);
    }

    [Fact]
    public async Task Client_that_comes_back_gets_what_it_missed()
    {
        var workspace = await server.NewWorkspaceAsync();
        string? place;
        await using (var first = await FollowAsync(workspace, "?after=0"))
        {
            await workspace.SendTextAsync(body: "one");
            place = (await first.UntilAsync("request"))[^1].Id;
        }

        await workspace.SendTextAsync(body: "two");
        await using var again = await FollowAsync(workspace, lastEventId: place);
        var missed = await again.UntilAsync("request");

        Assert.Equal(["sent", "request"], missed.Select(happened => happened.Kind));
        Assert.Equal(("two", 2), ((string?)missed[0].Data["message"]!["text"], (int)missed[1].Data["request"]!["number"]!));
    }

    [Fact]
    public async Task Requests_after_a_reset_are_not_missed()
    {
        var workspace = await server.NewWorkspaceAsync();
        await workspace.SendTextAsync();
        await workspace.SendTextAsync();
        await using var feed = await FollowAsync(workspace);
        await workspace.ResetAsync();
        await feed.UntilAsync("reset");
        (await workspace.GetAsync("/api/v1/config/channels")).Ok();

        Assert.Equal(1, (int)(await feed.UntilAsync("request"))[^1].Data["request"]!["number"]!);
    }

    [Fact]
    public async Task Place_of_before_a_restart_means_everything()
    {
        var workspace = await server.NewWorkspaceAsync();
        await using var feed = await FollowAsync(workspace, lastEventId: "9000-9000");

        Assert.Equal("clock", (await feed.NextAsync()).Kind);
    }

    [Theory]
    [InlineData("?after=x", "after")]
    [InlineData("?after=-1", "after")]
    [InlineData("?after=1-2-x", "after")]
    [InlineData("?after=1-2-3-4", "after")]
    [InlineData("?aftr=1", "aftr")]
    public async Task Parameter_that_cannot_be_is_refused(string query, string field)
    {
        var workspace = await server.NewWorkspaceAsync();

        Assert.Equal(field, (string?)(await workspace.GetAsync("/_sandbox/events" + query)).Is(HttpStatusCode.BadRequest).Body!["field"]);
    }

    private async Task<Following> FollowAsync(TestWorkspace workspace, string query = "", string? lastEventId = null)
    {
        var client = new HttpClient { BaseAddress = server.BaseAddress };
        client.DefaultRequestHeaders.Add("x-api-key", workspace.Key);
        if (lastEventId is not null)
        {
            client.DefaultRequestHeaders.Add("Last-Event-ID", lastEventId);
        }

        var stream = await client.GetStreamAsync(new Uri("/_sandbox/events" + query, UriKind.Relative), TestWorkspace.Cancelled);
        var events = SseParser.Create(stream).EnumerateAsync(TestWorkspace.Cancelled).GetAsyncEnumerator(TestWorkspace.Cancelled);
        Assert.True(await events.MoveNextAsync());
        Assert.Equal("open", events.Current.EventType);
        return new Following(client, events);
    }

    private sealed record Happened(string Kind, JsonNode Data, string? Id);

    private sealed record Following(HttpClient Client, IAsyncEnumerator<SseItem<string>> Events) : IAsyncDisposable
    {
        public async Task<Happened> NextAsync()
        {
            Assert.True(await Events.MoveNextAsync());
            return new Happened(Events.Current.EventType, JsonNode.Parse(Events.Current.Data)!, Events.Current.EventId);
        }

        /// <summary>All events up to the first of a kind.</summary>
        public async Task<IReadOnlyList<Happened>> UntilAsync(string kind)
        {
            var seen = new List<Happened>();
            do
            {
                seen.Add(await NextAsync());
            }
            while (seen[^1].Kind != kind);

            return seen;
        }

        public async ValueTask DisposeAsync()
        {
            await Events.DisposeAsync();
            Client.Dispose();
        }
    }
}
