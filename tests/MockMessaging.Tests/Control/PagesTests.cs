using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Control;

/// <summary>All lists are paged by the same four parameters.</summary>
public sealed class PagesTests(MockServer server)
{
    public static TheoryData<string, string, string> Lists => new()
    {
        { "/_sandbox/messages", "messages", "id" },
        { "/_sandbox/webhooks", "pushes", "id" },
        { "/_sandbox/requests", "requests", "number" },
        { "/_sandbox/outbox", "pushes", "id" },
        { "/_sandbox/callbacks", "callbacks", "id" },
        { "/_sandbox/faults", "faults", "id" },
        { "/_sandbox/outcomes", "rules", "id" },
        { "/_sandbox/snapshots", "snapshots", "name" },
        { "/_sandbox/traffic", "traffic", "id" },
        { "/_sandbox/channels", "channels", "channelId" },
        { "/_sandbox/templates", "templates", "id" },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Pages_hold_everything_once_in_either_order(string route, string list, string id)
    {
        var workspace = await FilledAsync();
        var all = Ids((await workspace.GetAsync(route + "?limit=1000")).Ok().Body!, list, id);

        Assert.True(all.Count >= 3);
        Assert.Equal(all, await WalkAsync(workspace, route, list, id, "oldest", "after"));
        Assert.Equal(all.AsEnumerable().Reverse(), await WalkAsync(workspace, route, list, id, "newest", "before"));
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Page_that_cannot_be_is_refused(string route, string list, string id)
    {
        var workspace = await server.NewWorkspaceAsync();

        foreach (var (query, field) in new[] { ("limit=0", "limit"), ("limit=1001", "limit"), ("order=upside-down", "order"), ("after=no-such-thing", "after"), ("before=no-such-thing", "before") })
        {
            var refused = (await workspace.GetAsync($"{route}?{query}")).Is(HttpStatusCode.BadRequest);
            Assert.True(field == (string?)refused.Body!["field"], $"{route}?{query}, {list} by {id}: {refused.Text}");
        }
    }

    [Fact]
    public async Task Page_goes_on_where_items_were_forgotten()
    {
        await using var small = await MockServer.StartAsync(("Limits:RequestsKept", "10"), ("Limits:PushesKept", "10"));
        var workspace = new TestWorkspace(small.BaseAddress, "forgotten");
        await workspace.FreezeAsync();
        await workspace.SendTextAsync(body: "0");
        var next = (string?)(await workspace.GetAsync("/_sandbox/requests?limit=1")).Ok().Body!["next"];
        for (var number = 1; number <= 12; number++)
        {
            await workspace.SendTextAsync(body: $"{number}");
        }

        Assert.Null(next);
        var page = (await workspace.GetAsync("/_sandbox/requests?limit=2&after=1")).Ok().Body!;
        Assert.Equal(["4", "5"], page["requests"]!.AsArray().Select(call => (string)call!["number"]!.ToJsonString()));
        Assert.Equal("5", (string?)page["next"]);
    }

    [Fact]
    public async Task Filters_count_before_the_limit()
    {
        var workspace = await FilledAsync();

        var page = (await workspace.GetAsync("/_sandbox/webhooks?limit=2&type=messages&order=newest")).Ok().Body!;

        Assert.Equal(["messages", "messages"], page["pushes"]!.AsArray().Select(push => (string?)push!["type"]));
    }

    [Theory]
    [InlineData("/_sandbox/messages?status=DELIVERED", "status")]
    [InlineData("/_sandbox/messages?direction=out", "direction")]
    [InlineData("/_sandbox/webhooks?type=status", "type")]
    [InlineData("/_sandbox/webhooks?state=done", "state")]
    [InlineData("/_sandbox/requests?method=PSOT", "method")]
    [InlineData("/_sandbox/requests?status=99", "status")]
    [InlineData("/_sandbox/outbox?appId=nobody", "appId")]
    [InlineData("/_sandbox/wait/push?push=delivred", "push")]
    public async Task Word_that_means_nothing_is_refused_with_those_that_do(string query, string field)
    {
        var workspace = await server.NewWorkspaceAsync();

        Assert.Equal(field, (string?)(await workspace.GetAsync(query)).Is(HttpStatusCode.BadRequest).Body!["field"]);
    }

    [Fact]
    public async Task Words_to_look_for_are_bounded()
    {
        var workspace = await server.NewWorkspaceAsync();

        Assert.Equal("text", (string?)(await workspace.GetAsync($"/_sandbox/messages?text={new string('a', 1_001)}")).Is(HttpStatusCode.BadRequest).Body!["field"]);
    }

    [Fact]
    public async Task Note_about_a_blank_session_is_about_an_unknown_one()
    {
        var workspace = await server.NewWorkspaceAsync();

        (await workspace.PostAsync("/_sandbox/sessions/%20/notes", new JsonObject { ["text"] = "x" })).Is(HttpStatusCode.NotFound);
    }

    private static List<string> Ids(JsonNode page, string list, string id) => [.. page[list]!.AsArray().Select(item => item![id]!.ToJsonString())];

    private static async Task<List<string>> WalkAsync(TestWorkspace workspace, string route, string list, string id, string order, string cursor)
    {
        var seen = new List<string>();
        var query = $"?limit=2&order={order}";
        while (true)
        {
            var page = (await workspace.GetAsync(route + query)).Ok().Body!;
            Assert.InRange(page[list]!.AsArray().Count, 1, 2);
            seen.AddRange(Ids(page, list, id));
            if (page["next"] is not { } next || page["more"] is JsonValue more && !(bool)more)
            {
                return seen;
            }

            query = $"?limit=2&order={order}&{cursor}={next}";
        }
    }

    private async Task<TestWorkspace> FilledAsync()
    {
        var workspace = await server.NewWorkspaceAsync();
        for (var number = 0; number < 3; number++)
        {
            await workspace.SendTextAsync();
            await workspace.CustomerWritesAsync();
            (await workspace.PostAsync("/api/v1/contact/info", new JsonObject { ["contactId"] = $"wa{number}" })).Ok();
            (await workspace.PostAsync("/_sandbox/outcomes", new JsonObject { ["outcome"] = "failed", ["match"] = new JsonObject { ["contactId"] = $"nobody-{number}" } })).Ok();
            (await workspace.PostAsync("/_sandbox/faults", new JsonObject { ["target"] = "webhooks", ["effect"] = new JsonObject { ["drop"] = true }, ["trigger"] = new JsonObject { ["every"] = 1_000 } })).Ok();
            (await workspace.PostAsync("/_sandbox/snapshots", new JsonObject { ["name"] = $"name-{2 - number}" })).Ok();
            (await workspace.PostAsync("/_sandbox/traffic", new JsonObject { ["contacts"] = 1 })).Ok();
        }

        return workspace;
    }
}
