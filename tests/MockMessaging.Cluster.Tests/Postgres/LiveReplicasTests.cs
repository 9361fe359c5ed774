using MockMessaging.Cluster.Postgres;
using Xunit;

namespace MockMessaging.Cluster.Tests.Postgres;

/// <summary>What a replica knows of the others.</summary>
public sealed class LiveReplicasTests(PostgresServer server) : IClassFixture<PostgresServer>
{
    private const string Other = "other:8081";

    [Fact]
    public void Lease_that_runs_out_ends_what_waits_for_the_replica()
    {
        var replicas = new LiveReplicas();
        replicas.Update(new Dictionary<string, bool> { [Other] = true });
        var end = replicas.EndOf(Other);

        replicas.Update(new Dictionary<string, bool> { [Other] = false });

        Assert.False(replicas.IsLive(Other));
        Assert.True(end.IsCancellationRequested);
    }

    [Fact]
    public void Replica_that_leaves_in_order_gets_no_more_requests_but_may_answer_those_it_has()
    {
        var replicas = new LiveReplicas();
        replicas.Update(new Dictionary<string, bool> { [Other] = true });
        var end = replicas.EndOf(Other);

        replicas.Update(new Dictionary<string, bool>());

        Assert.False(replicas.IsLive(Other));
        Assert.False(end.IsCancellationRequested);
    }

    [Fact]
    public void Replica_that_comes_back_is_live_again()
    {
        var replicas = new LiveReplicas();
        replicas.Update(new Dictionary<string, bool> { [Other] = true });
        replicas.Update(new Dictionary<string, bool>());

        replicas.Update(new Dictionary<string, bool> { [Other] = true });

        Assert.True(replicas.IsLive(Other));
        Assert.False(replicas.EndOf(Other).IsCancellationRequested);
    }

    [Fact]
    public async Task Row_tells_a_lease_that_has_ended_in_order_from_one_that_has_run_out()
    {
        await using var replicas = await TestReplicas.StartAsync(server);
        using var reader = await replicas.NewRowAsync("reader");
        using var inOrder = await replicas.NewRowAsync("inOrder");
        using var runOut = await replicas.NewRowAsync("runOut", TimeSpan.Zero);

        inOrder.End();

        Assert.Equivalent(new Dictionary<string, bool> { ["reader"] = true, ["runOut"] = false }, reader.Addresses(), strict: true);
    }

    [Fact]
    public async Task Replica_that_ended_while_it_owned_a_workspace_has_not_ended_in_order()
    {
        await using var replicas = await TestReplicas.StartAsync(server);
        using var reader = await replicas.NewRowAsync("reader");
        var owner = await replicas.AddAsync();
        await owner.OwnAsync("key");

        await owner.Lease.EndAsync();

        Assert.False(reader.Addresses()[owner.Lease.Address]);
    }
}
