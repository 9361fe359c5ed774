using Xunit;

namespace MockMessaging.Cluster.Tests.Processes;

/// <summary>One cluster for the tests that need no settings of their own. They run one after the other, and each repairs what the one before has broken.</summary>
public sealed class ClusterFixture : IAsyncLifetime
{
    private SandboxCluster? _cluster;

    public PostgresServer Postgres { get; } = new();

    public ValueTask InitializeAsync() => Postgres.InitializeAsync();

    /// <summary>The cluster with all replicas ready. Skips the test without an installed PostgreSQL.</summary>
    public async Task<SandboxCluster> ReadyAsync()
    {
        if (_cluster is null)
        {
            _cluster = await SandboxCluster.StartAsync(await Postgres.NewDatabaseAsync(), ["--Storage:Durability=Strict", .. SandboxCluster.Fast]);
        }
        else
        {
            await _cluster.RestoreAsync();
        }

        return _cluster;
    }

    public async ValueTask DisposeAsync()
    {
        if (_cluster is not null)
        {
            await _cluster.DisposeAsync();
        }

        await Postgres.DisposeAsync();
    }
}

/// <summary>A test that begins with all replicas ready, and shows what they wrote if it fails.</summary>
[Collection(ClusterCollection.Name)]
public abstract class ClusterTest(ClusterFixture fixture, ITestOutputHelper output) : IAsyncLifetime
{
    private SandboxCluster? _cluster;

    protected SandboxCluster Cluster => _cluster!;

    protected PostgresServer Postgres => fixture.Postgres;

    protected ITestOutputHelper Output => output;

    public async ValueTask InitializeAsync()
    {
        SkipUnlessWanted();
        _cluster = await fixture.ReadyAsync();
    }

    protected virtual void SkipUnlessWanted()
    {
    }

    public ValueTask DisposeAsync()
    {
        if (TestContext.Current.TestState?.Result == TestResult.Failed)
        {
            output.WriteLine(_cluster?.Output ?? "");
        }

        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}

/// <summary>A test that ends replicas or the database under load. These tests measure, and take minutes, so they run only where they are wanted.</summary>
public abstract class FailureTest(ClusterFixture fixture, ITestOutputHelper output) : ClusterTest(fixture, output)
{
    private const string Switch = "MOCKMESSAGING_CLUSTER_FAILURES";

    protected override void SkipUnlessWanted() => Assert.SkipWhen(Environment.GetEnvironmentVariable(Switch) is null or "", $"Runs where {Switch} is set.");
}

[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ClusterCollection : ICollectionFixture<ClusterFixture>
{
    public const string Name = "cluster";
}
