using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using MockMessaging.Cluster.Tests.Processes;
using MockMessaging.Tests;
using Xunit;

namespace MockMessaging.Cluster.Tests.Crossing;

/// <summary>What concerns several workspaces, whose owners may be several replicas.</summary>
public sealed class WorkspacesTests(ClusterFixture fixture, ITestOutputHelper output) : ClusterTest(fixture, output)
{
    [Fact]
    public async Task List_names_all_workspaces_from_any_replica()
    {
        var keys = await KeysOfAllAsync();

        foreach (var replica in Cluster.Replicas)
        {
            var listed = await ListAsync(SandboxCluster.Through(replica, keys[0]));
            Assert.Equal(keys.Order(StringComparer.Ordinal), listed.Select(row => (string)row["key"]!).Intersect(keys).Order(StringComparer.Ordinal));
            Assert.All(listed.Where(row => keys.Contains((string)row["key"]!)), row => Assert.Equal(1, (int)row["messages"]!));
            Assert.Equal(keys[0], (string?)Assert.Single(listed, row => (bool)row["current"]!)["key"]);
        }
    }

    [Fact]
    public async Task Pages_of_the_list_hold_every_workspace_once()
    {
        var keys = await KeysOfAllAsync();
        var whole = (await ListAsync(Cluster.Workspace(keys[0]))).Select(row => (string)row["key"]!).ToList();
        var (walked, query) = (new List<string>(), "?limit=2");
        while (true)
        {
            var page = (await Cluster.Workspace(keys[0]).GetAsync("/_sandbox/workspaces" + query)).Ok().Body!;
            walked.AddRange(page["workspaces"]!.AsArray().Select(row => (string)row!["key"]!));
            if (page["next"] is not { } next)
            {
                break;
            }

            query = $"?limit=2&after={next}";
        }

        Assert.Equal(whole, walked);
        Assert.Subset(walked.ToHashSet(), keys.ToHashSet());
    }

    [Fact]
    public async Task Workspace_that_its_owner_has_not_opened_yet_is_listed()
    {
        var (owned, _, _) = await Cluster.NewOwnedKeyAsync();
        var key = SandboxCluster.NewKey();
        await Cluster.ScalarAsync(
            "INSERT INTO workspaces (key, epoch, is_kept, media_id, owner) SELECT $1, 1, true, '', owner FROM workspaces WHERE key = $2",
            Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(owned));

        foreach (var replica in Cluster.Replicas)
        {
            var listed = Assert.Single(await ListAsync(SandboxCluster.Through(replica, owned)), row => (string?)row["key"] == key);
            Assert.Null(listed["messages"]);
        }
    }

    [Fact]
    public async Task Removed_workspace_is_gone_from_every_list()
    {
        var (key, owner, other) = await Cluster.NewOwnedKeyAsync();
        await SandboxCluster.Through(other, key).SendTextAsync();
        (await SandboxCluster.Through(other, key).CallAsync(HttpMethod.Delete, "/_sandbox/workspaces/current", null)).Is(HttpStatusCode.NoContent);

        var asking = SandboxCluster.NewKey();
        foreach (var replica in Cluster.Replicas)
        {
            var left = (await ListAsync(SandboxCluster.Through(replica, asking))).Where(row => (string)row["key"]! == key).Select(row => row.ToJsonString());
            Assert.True(!left.Any(), $"{replica.Name} of {owner.Name} lists {string.Join(' ', left)}");
        }

        Assert.Equal(0, (int)(await Cluster.Workspace(key).LookAsync())["messages"]!);
    }

    [Fact]
    public async Task Workspace_is_copied_to_a_new_key()
    {
        var (key, owner, other) = await Cluster.NewOwnedKeyAsync();
        var source = SandboxCluster.Through(other, key);
        await source.FreezeAsync();
        var id = await source.SendTextAsync();

        // One that has no owner yet, and one that another replica has opened because somebody looked.
        var made = (string)(await source.PostAsync("/_sandbox/workspaces", new JsonObject())).Ok().Body!["key"]!;
        var looked = await NewKeyOfAnotherAsync(owner);
        (await source.PostAsync("/_sandbox/workspaces", new JsonObject { ["key"] = looked })).Ok();

        foreach (var copy in new[] { made, looked })
        {
            await Cluster.Workspace(copy).AdvanceAsync();
            Assert.Equal("READ", (string?)(await Cluster.Workspace(copy).GetAsync($"/_sandbox/messages/{id}")).Ok().Body!["status"]);
        }

        Assert.NotEqual("READ", (string?)(await source.GetAsync($"/_sandbox/messages/{id}")).Ok().Body!["status"]);
    }

    [Fact]
    public async Task Workspace_is_copied_from_a_key_of_another_replica_and_never_over_one_in_use()
    {
        var (key, owner, _) = await Cluster.NewOwnedKeyAsync();
        var from = await NewKeyOfAnotherAsync(owner);
        var id = await Cluster.Workspace(from).SendTextAsync();
        var copied = SandboxCluster.NewKey();

        (await Cluster.Workspace(key).PostAsync("/_sandbox/workspaces", new JsonObject { ["from"] = from, ["key"] = copied })).Ok();
        var refused = (await Cluster.Workspace(key).PostAsync("/_sandbox/workspaces", new JsonObject { ["key"] = from })).Is(HttpStatusCode.Conflict);

        Assert.Equal("key", (string?)refused.Body!["field"]);
        (await Cluster.Workspace(copied).GetAsync($"/_sandbox/messages/{id}")).Ok();
        (await Cluster.Workspace(from).GetAsync($"/_sandbox/messages/{id}")).Ok();
    }

    [Fact]
    public async Task Snapshot_is_taken_and_restored_through_another_replica()
    {
        var (key, _, other) = await Cluster.NewOwnedKeyAsync();
        var workspace = SandboxCluster.Through(other, key);
        await workspace.FreezeAsync();
        await workspace.SendTextAsync();
        (await workspace.PostAsync("/_sandbox/snapshots", new JsonObject { ["name"] = "one" })).Ok();
        await workspace.SendTextAsync("+91 90000 12377");

        (await workspace.CallAsync(HttpMethod.Post, "/_sandbox/snapshots/one/restore", null)).Ok();

        Assert.Equal(1, (int)(await Cluster.Workspace(key).LookAsync())["messages"]!);
    }

    [Fact]
    public async Task Export_of_one_workspace_is_imported_into_another_through_other_replicas()
    {
        var (from, _, _) = await Cluster.NewOwnedKeyAsync();
        await Cluster.Workspace(from).FreezeAsync();
        var id = await Cluster.Workspace(from).SendTextAsync();
        var (key, _, other) = await Cluster.NewOwnedKeyAsync();

        var archive = (await Cluster.Workspace(from).RawCallAsync(HttpMethod.Get, "/_sandbox/export")).Ok().Text;
        (await SandboxCluster.Through(other, key).CallAsync(HttpMethod.Post, "/_sandbox/import", archive)).Ok();

        Assert.Equal("Hello", (string?)(await Cluster.Workspace(key).GetAsync($"/_sandbox/messages/{id}")).Ok().Body!["text"]);
    }

    [Fact]
    public async Task Media_link_works_through_every_replica()
    {
        var (key, _, other) = await Cluster.NewOwnedKeyAsync();
        var sent = await SandboxCluster.Through(other, key).CustomerWritesAsync(JsonNode.Parse("""{"type":"image"}"""));
        var link = new Uri((string)sent["message"]!["attachments"]![0]!["link"]!);
        using var client = RepeatingHandler.NewPlainClient();

        Assert.Equal(other.Address.Authority, link.Authority);
        foreach (var replica in Cluster.Replicas)
        {
            using var file = await client.GetAsync(new Uri(replica.Address, link.PathAndQuery), TestWorkspace.Cancelled);
            Assert.Equal((HttpStatusCode.OK, "image/jpeg"), (file.StatusCode, file.Content.Headers.ContentType?.ToString()));
        }
    }

    [Fact]
    public async Task Page_is_served_by_every_replica()
    {
        using var client = RepeatingHandler.NewPlainClient();
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        foreach (var replica in Cluster.Replicas)
        {
            Assert.Contains("<script", await client.GetStringAsync(replica.Address, TestWorkspace.Cancelled), StringComparison.Ordinal);
        }
    }

    private static async Task<IReadOnlyList<JsonNode>> ListAsync(TestWorkspace workspace) =>
        [.. (await workspace.GetAsync("/_sandbox/workspaces?limit=1000")).Ok().Body!["workspaces"]!.AsArray().Select(row => row!)];

    /// <summary>An unchanged workspace of another replica.</summary>
    private async Task<string> NewKeyOfAnotherAsync(Replica owner)
    {
        var (key, itsOwner, _) = await Cluster.NewOwnedKeyAsync();
        return itsOwner == owner ? await NewKeyOfAnotherAsync(owner) : key;
    }

    /// <summary>Keys with one message each, at least one of every replica.</summary>
    private async Task<IReadOnlyList<string>> KeysOfAllAsync()
    {
        var (keys, owners) = (new List<string>(), new HashSet<Replica>());
        while (owners.Count < Cluster.Replicas.Count || keys.Count < 6)
        {
            keys.Add(SandboxCluster.NewKey());
            owners.Add(Cluster.Named((await Cluster.Workspace(keys[^1]).PostAsync("/api/v1/message/send", TestWorkspace.Text())).Ok()));
            Assert.True(keys.Count < 100, "The keys are not spread over the replicas.");
        }

        return keys;
    }
}
