using MockMessaging.Storage;
using Xunit;
using static MockMessaging.Cluster.Tests.Postgres.TestReplicas;

namespace MockMessaging.Cluster.Tests.Postgres;

/// <summary>Of two replicas that believe to own a workspace, only the later one can write or read it.</summary>
public sealed class FencingTests(PostgresServer server) : IClassFixture<PostgresServer>
{
    [Fact]
    public async Task Second_take_over_fences_the_first()
    {
        await using var replicas = await StartAsync(server);
        var zombie = await replicas.AddAsync(canBeCut: true);
        var first = await zombie.OwnAsync("key");
        await Append(first, 1);
        var isLost = Loss(first);

        await replicas.CutAsync();
        var late = Append(first, 2);
        await replicas.EndLeaseAsync(zombie);
        var second = await (await replicas.AddAsync()).OwnAsync("key");
        await Append(second, 3);
        await replicas.HealAsync();

        await Assert.ThrowsAsync<StoreBusyException>(() => late);
        await isLost;
        Assert.Contains("Another replica", first.Refusal, StringComparison.Ordinal);
        Assert.Throws<StoreBusyException>(first.EnsureCapacity);
        Assert.True(second.WasKilled);
        Assert.Equal([1, 3], second.ReadAll().Select(record => record.Key.Id));
    }

    [Fact]
    public async Task Idle_replica_learns_of_its_loss_before_its_lease_is_valid_again()
    {
        await using var replicas = await StartAsync(server);
        var zombie = await replicas.AddAsync(canBeCut: true, leaseMilliseconds: 1_000);
        var (taken, kept) = (await zombie.OwnAsync("taken"), await zombie.OwnAsync("kept"));
        var hasEnded = LeaseBecomes(zombie, isValid: false);
        await replicas.CutAsync();
        await hasEnded;
        Assert.NotNull(kept.Refusal);
        await replicas.EndLeaseAsync(zombie);
        await (await replicas.AddAsync()).OwnAsync("taken");
        string? refusalAtReturn = null;
        zombie.Lease.Changed += _ => refusalAtReturn = taken.Refusal;
        var isValid = LeaseBecomes(zombie, isValid: true);

        await replicas.HealAsync();
        await isValid;

        Assert.Contains("Another replica", refusalAtReturn, StringComparison.Ordinal);
        Assert.True(taken.Lost.IsCancellationRequested);
        Assert.Null(kept.Refusal);
        Assert.False(kept.Lost.IsCancellationRequested);
    }

    [Fact]
    public async Task Valid_lease_refuses_a_take_over_and_says_whose_it_is()
    {
        await using var replicas = await StartAsync(server);
        var owner = await replicas.AddAsync();
        await owner.OwnAsync("key");

        var taken = await (await replicas.AddAsync()).TakeOverAsync("key", TestContext.Current.CancellationToken);

        Assert.Null(taken.Store);
        Assert.Equal((owner.Lease.Id, "replica1:8081"), (taken.Owner!.Replica, taken.Owner.Address));
        Assert.InRange(taken.Owner.LeaseLeft, TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task Lease_that_ran_out_and_whose_workspaces_nobody_took_goes_on()
    {
        await using var replicas = await StartAsync(server);
        var replica = await replicas.AddAsync(canBeCut: true, leaseMilliseconds: 1_000);
        var store = await replica.OwnAsync("key");
        var hasEnded = LeaseBecomes(replica, isValid: false);
        await replicas.CutAsync();
        await hasEnded;
        Assert.Contains("Cluster:Database", Assert.Throws<StoreBusyException>(store.EnsureCapacity).Message, StringComparison.Ordinal);
        var late = Append(store, 1);
        await replicas.EndLeaseAsync(replica);
        var isValid = LeaseBecomes(replica, isValid: true);

        await replicas.HealAsync();
        await isValid;

        store.EnsureCapacity();
        await late;
        Assert.Equal([1], store.ReadAll().Select(record => record.Key.Id));
    }

    [Fact]
    public async Task Orderly_stop_ends_the_lease_and_releases_the_workspaces()
    {
        await using var replicas = await StartAsync(server);
        var first = await replicas.AddAsync(durability: Durability.Relaxed);
        await Append(await first.OwnAsync("key"), 1);
        await first.DisposeAsync();

        var store = await (await replicas.AddAsync()).OwnAsync("key");

        Assert.False(store.WasKilled);
        Assert.Equal([1], store.ReadAll().Select(record => record.Key.Id));
        Assert.Equal(1, await replicas.ValueAsync<long>("SELECT count(*) FROM replicas"));
    }

    [Fact]
    public async Task Store_that_was_killed_stays_so_until_an_owner_has_stored_something()
    {
        await using var replicas = await StartAsync(server);
        var killed = await replicas.AddAsync();
        await Append(await killed.OwnAsync("key"), 1);
        await replicas.RunAsync("UPDATE workspaces SET owner = gen_random_uuid()");
        var replica = await replicas.AddAsync();

        var idle = await replica.OwnAsync("key");
        await idle.ReleaseAsync(null);
        var busy = await replica.OwnAsync("key");
        await Append(busy, 2);
        await busy.ReleaseAsync(null);
        var last = await replica.OwnAsync("key");

        Assert.Equal((true, true, false), (idle.WasKilled, busy.WasKilled, last.WasKilled));
    }
}
