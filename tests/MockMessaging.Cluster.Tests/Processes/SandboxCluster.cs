using System.Globalization;
using MockMessaging.Tests;
using Npgsql;
using Xunit;

namespace MockMessaging.Cluster.Tests.Processes;

/// <summary>Three replicas of one sandbox, and a load balancer before them.</summary>
public sealed class SandboxCluster : IAsyncDisposable
{
    private const int ReplicaCount = 3;

    private static int _keys;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mock-messaging-cluster-");
    private readonly Balancer _balancer;

    private SandboxCluster(string database, string[] settings)
    {
        Database = database;
        Replicas = [.. Enumerable.Range(0, ReplicaCount).Select(_ => new Replica(_folder.FullName, database, settings))];
        _balancer = new Balancer(Replicas);
    }

    /// <summary>The connection string of its database.</summary>
    public string Database { get; }

    public IReadOnlyList<Replica> Replicas { get; }

    /// <summary>The load balancer's.</summary>
    public Uri Address => _balancer.Address;

    /// <summary>What all replicas wrote, for a test that fails.</summary>
    public string Output => string.Join("\n", Replicas.Select(replica => $"== {replica.Name} at {replica.Address}\n{replica.Output}"));

    /// <summary>For tests of statuses: they come without delay worth mentioning.</summary>
    public static string[] Fast => ["--Delivery:SentDelayMilliseconds=10", "--Delivery:DeliveredDelayMilliseconds=50", "--Delivery:ReadDelayMilliseconds=200"];

    public static async Task<SandboxCluster> StartAsync(string database, params string[] settings)
    {
        var cluster = new SandboxCluster(database, settings);
        try
        {
            await cluster.RestoreAsync();
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    public static string NewKey() => string.Create(CultureInfo.InvariantCulture, $"key{Interlocked.Increment(ref _keys)}");

    /// <summary>Starts what an earlier test has ended, and waits until all replicas are ready.</summary>
    public async Task RestoreAsync()
    {
        foreach (var replica in Replicas.Where(replica => !replica.Runs))
        {
            replica.Start();
        }

        await Task.WhenAll(Replicas.Select(replica => replica.ReadyAsync()));
    }

    /// <summary>A workspace through the load balancer, by a client that repeats what is refused.</summary>
    public TestWorkspace Workspace(string key, Action<Refusal>? refused = null) => new(Address, key) { Client = RepeatingHandler.NewClient(refused) };

    /// <summary>A workspace through one replica, without repetition.</summary>
    public static TestWorkspace Through(Replica replica, string key) => new(replica.Address, key) { Client = RepeatingHandler.NewPlainClient() };

    /// <summary>Ends a replica as a machine does that is to be switched off: the load balancer sends it no new connections once it says that it is not ready.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> TerminateAsync(Replica replica)
    {
        var ended = replica.TerminateAsync();
        await replica.NotReadyAsync();
        _balancer.TakenOut = replica;
        var exitCode = await ended;
        _balancer.TakenOut = null;
        return exitCode;
    }

    /// <summary>Replaces a replica as an operator does: the load balancer sends it no new connections until the next one is ready.</summary>
    public async Task ReplaceAsync(Replica replica)
    {
        _balancer.TakenOut = replica;
        Assert.Equal(0, await replica.TerminateAsync());
        replica.Start();
        await replica.ReadyAsync();
        _balancer.TakenOut = null;
    }

    /// <summary>The replica that serves a key now.</summary>
    public async Task<Replica> OwnerAsync(string key) => Named((await Workspace(key).GetAsync("/_sandbox/workspace")).Ok());

    /// <summary>The replica that a response names.</summary>
    public Replica Named(Answer answer)
    {
        var name = answer.Header("X-Sandbox-Replica");
        return Replicas.SingleOrDefault(replica => replica.Name == name) ?? throw new InvalidOperationException($"The response names no replica of this cluster: {name}");
    }

    /// <summary>A fresh key with the replica that owns it, and one that does not.</summary>
    public async Task<(string Key, Replica Owner, Replica Other)> NewOwnedKeyAsync()
    {
        var key = NewKey();
        var owner = await OwnerAsync(key);
        return (key, owner, Replicas.First(replica => replica != owner));
    }

    /// <summary>Runs a statement in the database.</summary>
    public async Task<object?> ScalarAsync(string sql, params object[] parameters)
    {
        await using var source = NpgsqlDataSource.Create(Database);
        await using var command = source.CreateCommand(sql);
        command.Parameters.AddRange(parameters.Select(value => new NpgsqlParameter { Value = value }).ToArray());
        return await command.ExecuteScalarAsync(TestWorkspace.Cancelled);
    }

    public async ValueTask DisposeAsync()
    {
        await _balancer.DisposeAsync();
        foreach (var replica in Replicas)
        {
            await replica.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }
}
