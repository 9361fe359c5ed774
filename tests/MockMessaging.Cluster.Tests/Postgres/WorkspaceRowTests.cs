using MockMessaging.Cluster.Postgres;
using MockMessaging.State;
using Xunit;
using static MockMessaging.Cluster.Tests.Postgres.TestReplicas;

namespace MockMessaging.Cluster.Tests.Postgres;

/// <summary>What the database knows about workspaces beside their records.</summary>
public sealed class WorkspaceRowTests(PostgresServer server) : IClassFixture<PostgresServer>
{
    [Fact]
    public async Task Workspace_that_stored_nothing_is_forgotten_when_it_is_released()
    {
        await using var replicas = await StartAsync(server);
        var replica = await replicas.AddAsync();
        var store = await replica.OwnAsync("key");
        Assert.Equal([new StoredWorkspace("key", "replica1:8081", IsKept: false, WakeAt: null)], await replica.ListAsync());

        await store.ReleaseAsync(DateTimeOffset.UnixEpoch);

        Assert.Empty(await replica.ListAsync());
    }

    [Fact]
    public async Task Workspace_whose_generations_are_all_removed_is_forgotten_too()
    {
        await using var replicas = await StartAsync(server);
        var replica = await replicas.AddAsync();
        var store = await replica.OwnAsync("key");
        await Task.WhenAll(Enumerable.Range(1, 3_000).Select(id => Append(store, id)));
        store.Remove(1);

        await store.ReleaseAsync(null);

        Assert.Empty(await replica.ListAsync());
        Assert.Equal(0, await replicas.ValueAsync<long>("SELECT count(*) FROM records"));
    }

    [Fact]
    public async Task Owned_workspace_is_an_orphan_once_its_owner_has_ended()
    {
        await using var replicas = await StartAsync(server);
        var (owner, other) = (await replicas.AddAsync(canBeCut: true), await replicas.AddAsync());
        await Append(await owner.OwnAsync("kept \0"), 1);
        await owner.OwnAsync("never changed");
        Assert.Equal((true, (DateTimeOffset?)DateTimeOffset.MinValue), (await other.ListAsync()).Select(workspace => (workspace.IsKept, workspace.WakeAt)).First());
        Assert.Empty(await other.OrphansAsync(10));

        await replicas.CutAsync();
        await replicas.EndLeaseAsync(owner);

        Assert.Equal(["kept \0"], await other.OrphansAsync(10));
    }

    [Fact]
    public async Task Released_workspace_is_an_orphan_from_the_moment_it_has_to_wake()
    {
        await using var replicas = await StartAsync(server);
        var replica = await replicas.AddAsync();
        foreach (var (key, wakeAt) in new (string, DateTimeOffset?)[] { ("never", null), ("later", new DateTimeOffset(2999, 1, 1, 0, 0, 0, TimeSpan.FromHours(1))), ("past", DateTimeOffset.UnixEpoch) })
        {
            var store = await replica.OwnAsync(key);
            await Append(store, 1);
            await store.ReleaseAsync(wakeAt);
        }

        var stopped = await replica.OwnAsync("stopped");
        await Append(stopped, 1);
        await stopped.DisposeAsync();

        Assert.Equal(["stopped", "past"], await replica.OrphansAsync(10));
        Assert.Equal(["stopped"], await replica.OrphansAsync(1));
    }

    [Fact]
    public async Task Workspace_is_found_by_its_media()
    {
        await using var replicas = await StartAsync(server);
        var replica = await replicas.AddAsync();
        await replica.OwnAsync("key");

        Assert.Equal("key", await replica.KeyOfMediaAsync(MediaPath.WorkspaceIdOf("key")));
        Assert.Null(await replica.KeyOfMediaAsync("other"));
        Assert.Null(await replica.KeyOfMediaAsync("\0"));
    }
}
