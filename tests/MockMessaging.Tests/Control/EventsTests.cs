using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Control;

public sealed class EventsTests(MockServer server)
{
    [Fact]
    public async Task Feed_tells_what_happens_as_it_happens()
    {
        var workspace = await server.NewWorkspaceAsync();
        await using var feed = await FollowAsync(workspace);
        var id = await workspace.SendTextAsync();
        await workspace.AdvanceAsync("PT0.3S");
        await workspace.CustomerWritesAsync();
        await workspace.ResetAsync();

        var told = new List<(string Kind, JsonNode Data)>();
        while (told.Count == 0 || told[^1].Kind != "reset")
        {
            Assert.True(await feed.Events.MoveNextAsync());
            told.Add((feed.Events.Current.EventType, JsonNode.Parse(feed.Events.Current.Data)!));
        }

        Assert.Equal(["sent", "status", "status", "inbound", "reset"], told.Select(happening => happening.Kind));
        Assert.Equal((id, "DLVRD"), ((string?)told[2].Data["messageId"], (string?)told[2].Data["status"]));
    }

    [Fact]
    public async Task Client_that_comes_back_gets_what_it_missed()
    {
        var workspace = await server.NewWorkspaceAsync();
        await workspace.SendTextAsync();
        await workspace.SendTextAsync();

        await using var feed = await FollowAsync(workspace, "?after=1");

        Assert.True(await feed.Events.MoveNextAsync());
        Assert.Equal(("2", "sent"), (feed.Events.Current.EventId, feed.Events.Current.EventType));
    }

    private async Task<Following> FollowAsync(TestWorkspace workspace, string query = "")
    {
        var client = new HttpClient { BaseAddress = server.BaseAddress };
        client.DefaultRequestHeaders.Add("x-api-key", workspace.Key);
        var stream = await client.GetStreamAsync(new Uri("/_sandbox/events" + query, UriKind.Relative), TestWorkspace.Cancelled);
        var events = SseParser.Create(stream).EnumerateAsync(TestWorkspace.Cancelled).GetAsyncEnumerator(TestWorkspace.Cancelled);
        Assert.True(await events.MoveNextAsync());
        Assert.Equal("open", events.Current.EventType);
        return new Following(client, events);
    }

    private sealed record Following(HttpClient Client, IAsyncEnumerator<SseItem<string>> Events) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Events.DisposeAsync();
            Client.Dispose();
        }
    }
}
