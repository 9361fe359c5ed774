using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Control;

/// <summary>Which workspaces the server holds, and what is said about each.</summary>
public sealed class WorkspaceListTests
{
    [Fact]
    public async Task Keys_in_use_are_listed_with_what_they_hold()
    {
        await using var server = await MockServer.StartAsync();
        await new TestWorkspace(server.BaseAddress, "first").SendTextAsync();
        await new TestWorkspace(server.BaseAddress, "second").FreezeAsync();
        (await new TestWorkspace(server.BaseAddress, "only-looked").GetAsync("/_sandbox/workspace")).Ok();

        var listed = await ListAsync(new TestWorkspace(server.BaseAddress, "asks"));

        Assert.Equal(["first", "second", "asks"], listed.Select(row => (string?)row!["key"]));
        Assert.Equal([1, 0, 0], listed.Select(row => (int)row!["messages"]!));
        Assert.Equal([false, false, true], listed.Select(row => (bool)row!["current"]!));
        Assert.All(listed, row => Assert.False((bool)row!["masked"]!));
    }

    [Fact]
    public async Task Pages_hold_every_workspace_once_in_either_order()
    {
        await using var server = await MockServer.StartAsync();
        var workspaces = new[] { "c", "a", "b" }.Select(key => new TestWorkspace(server.BaseAddress, key)).ToList();
        foreach (var workspace in workspaces)
        {
            await workspace.FreezeAsync();
        }

        Assert.Equal(["c", "a", "b"], await WalkAsync("oldest", "after"));
        Assert.Equal(["b", "a", "c"], await WalkAsync("newest", "before"));

        async Task<List<string?>> WalkAsync(string order, string cursor)
        {
            var (seen, query) = (new List<string?>(), $"?limit=1&order={order}");
            while (true)
            {
                var page = (await workspaces[0].GetAsync("/_sandbox/workspaces" + query)).Ok().Body!;
                seen.Add((string?)Assert.Single(page["workspaces"]!.AsArray())!["key"]);
                if (page["next"] is not { } next)
                {
                    return seen;
                }

                query = $"?limit=1&order={order}&{cursor}={next}";
            }
        }
    }

    [Fact]
    public async Task Keys_of_a_server_that_restricts_them_are_masked_and_need_the_token()
    {
        await using var open = await MockServer.StartAsync(("Auth:Keys:0", "secret-key-one"));
        var refused = (await new TestWorkspace(open.BaseAddress, "secret-key-one").GetAsync("/_sandbox/workspaces")).Is(HttpStatusCode.Forbidden);
        Assert.Contains("Control:Token", (string?)refused.Body!["detail"], StringComparison.Ordinal);

        await using var guarded = await MockServer.StartAsync(("Auth:Keys:0", "secret-key-one"), ("Control:Token", "token"));
        var listed = (await new TestWorkspace(guarded.BaseAddress, "secret-key-one")
            .CallAsync(HttpMethod.Get, "/_sandbox/workspaces", null, null, ("Authorization", "Bearer token"))).Ok();

        Assert.True((bool)listed.Body!["workspaces"]![0]!["masked"]!);
        Assert.DoesNotContain("secret-key-one", listed.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?limit=1001", "limit")]
    [InlineData("?order=upside-down", "order")]
    [InlineData("?after=x", "after")]
    [InlineData("?before=x", "before")]
    [InlineData("?key=x", "key")]
    public async Task Parameter_that_cannot_be_is_refused(string query, string field)
    {
        await using var server = await MockServer.StartAsync();

        Assert.Equal(field, (string?)(await new TestWorkspace(server.BaseAddress, "mine").GetAsync("/_sandbox/workspaces" + query)).Is(HttpStatusCode.BadRequest).Body!["field"]);
    }

    [Fact]
    public async Task Workspace_says_what_server_it_is_on_and_which_delays_are_in_force()
    {
        await using var server = await MockServer.StartAsync(("Delivery:SentDelayMilliseconds", "100"));
        var workspace = new TestWorkspace(server.BaseAddress, "mine");

        var before = await workspace.LookAsync();
        (await workspace.CallAsync(HttpMethod.Patch, "/_sandbox/workspace", """{"delays":{"read":"PT10S"}}""")).Ok();
        var after = await workspace.LookAsync();

        Assert.Equal("memory", (string?)before["server"]!["storage"]);
        Assert.Equal((string?)(await workspace.RawCallAsync(HttpMethod.Get, "/")).Ok().Body!["version"], (string?)before["server"]!["version"]);
        Assert.Null(before["server"]!["durability"]);
        Assert.Null(before["delays"]);
        Assert.Equal(("PT0.1S", "PT0.25S", "PT1S"), Delays(before));
        Assert.Equal(("PT0.1S", "PT0.25S", "PT10S"), Delays(after));

        static (string?, string?, string?) Delays(JsonNode look) =>
            ((string?)look["delaysInForce"]!["sent"], (string?)look["delaysInForce"]!["delivered"], (string?)look["delaysInForce"]!["read"]);
    }

    private static async Task<JsonArray> ListAsync(TestWorkspace workspace) => (await workspace.GetAsync("/_sandbox/workspaces")).Ok().Body!["workspaces"]!.AsArray();
}
