using Microsoft.Extensions.Logging.Abstractions;
using MockMessaging.Cluster.Postgres;
using MockMessaging.Storage;
using MockMessaging.Tests.Storage;
using Npgsql;
using Xunit;

namespace MockMessaging.Cluster.Tests.Postgres;

/// <summary>The PostgreSQL store keeps the promises of every store. Each store here is one of a replica of its own.</summary>
public sealed class PostgresStoreTests(PostgresServer server) : RecordStoreContract, IClassFixture<PostgresServer>, IAsyncLifetime
{
    private readonly List<PostgresStores> _replicas = [];
    private string _database = "";

    public async ValueTask InitializeAsync() => _database = await server.NewDatabaseAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (var replica in _replicas)
        {
            await replica.DisposeAsync();
        }
    }

    private protected override IRecordStore Open() => Task.Run(OpenAsync).GetAwaiter().GetResult();

    /// <summary>Its lease has ended and it has released nothing: the next store takes the workspace from it.</summary>
    private protected override async Task KillAsync(IRecordStore store)
    {
        await using var source = NpgsqlDataSource.Create(_database);
        await using var command = source.CreateCommand("UPDATE replicas SET valid_until = '-infinity'; UPDATE workspaces SET owner = gen_random_uuid()");
        await command.ExecuteNonQueryAsync();
    }

    private async Task<IRecordStore> OpenAsync()
    {
        var replica = await PostgresStores.OpenAsync(
            new ClusterOptions { Database = _database, Host = "127.0.0.1" },
            new StorageOptions { Durability = Durability.Strict },
            Collections,
            NullLogger<PostgresStores>.Instance,
            TestContext.Current.CancellationToken);
        _replicas.Add(replica);
        return (await replica.TakeOverAsync("a key \0", TestContext.Current.CancellationToken)).Store!;
    }
}
