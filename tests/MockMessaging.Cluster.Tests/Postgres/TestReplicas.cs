using LiteDB;
using Microsoft.Extensions.Logging;
using MockMessaging.Cluster.Postgres;
using MockMessaging.Storage;
using Npgsql;
using Xunit;

namespace MockMessaging.Cluster.Tests.Postgres;

/// <summary>Replicas of one database; the network between the database and some of them can be cut.</summary>
internal sealed class TestReplicas(string database) : IAsyncDisposable
{
    /// <summary>The database user of the replicas that can be cut off.</summary>
    private const string CutUser = "cut";

    public const string Collection = "firsts";

    private readonly List<PostgresStores> _replicas = [];
    private Action<string> _onLine = static _ => { };
    private readonly NpgsqlDataSource _database = NpgsqlDataSource.Create(database + ";Pooling=false");

    public static async Task<TestReplicas> StartAsync(PostgresServer server)
    {
        var replicas = new TestReplicas(await server.NewDatabaseAsync());
        await replicas.RunAsync($"DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{CutUser}') THEN CREATE ROLE {CutUser} LOGIN SUPERUSER; END IF; END $$");
        return replicas;
    }

    public async Task<PostgresStores> AddAsync(bool canBeCut = false, Durability durability = Durability.Strict, int leaseMilliseconds = 2_000, int maxWaiting = 100_000)
    {
        var connection = new NpgsqlConnectionStringBuilder(database);
        connection.Username = canBeCut ? CutUser : connection.Username;
        var replica = await PostgresStores.OpenAsync(
            new ClusterOptions { Database = connection.ConnectionString, Host = $"replica{_replicas.Count + 1}", LeaseMilliseconds = leaseMilliseconds },
            new StorageOptions { Durability = durability, MaxWaiting = maxWaiting },
            [Collection],
            new Log(this),
            TestContext.Current.CancellationToken);
        _replicas.Add(replica);
        return replica;
    }

    /// <summary>A lease alone, which nothing renews.</summary>
    public async Task<LeaseRow> NewRowAsync(string address, TimeSpan? length = null)
    {
        var options = new ClusterOptions { Database = database, LeaseMilliseconds = (int)(length ?? TimeSpan.FromMinutes(1)).TotalMilliseconds };
        await (await Cluster.Postgres.Database.OpenAsync(options, TestContext.Current.CancellationToken)).DisposeAsync();
        var row = new LeaseRow(Guid.NewGuid(), address, options);
        row.Begin();
        return row;
    }

    /// <summary>Ends all connections of the replicas that can be cut off, and refuses new ones.</summary>
    public Task CutAsync() => RunAsync($"ALTER ROLE {CutUser} NOLOGIN; SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '{CutUser}'");

    public Task HealAsync() => RunAsync($"ALTER ROLE {CutUser} LOGIN");

    /// <summary>As if the lease had run out by the clock of the database.</summary>
    public Task EndLeaseAsync(PostgresStores replica) => RunAsync($"UPDATE replicas SET valid_until = clock_timestamp() WHERE id = '{replica.Lease.Id}'");

    public async Task RunAsync(string sql)
    {
        await using var command = _database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async Task<T> ValueAsync<T>(string sql)
    {
        await using var command = _database.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public static Task Append(PostgresWorkspaceStore store, long id, string text = "") =>
        store.Append([new StoredRecord(Collection, new RecordKey(1, id), new BsonDocument { ["text"] = text }, IsNew: true)], urgent: true);

    /// <summary>Completes when the lease becomes valid, or when it runs out.</summary>
    public static Task LeaseBecomes(PostgresStores replica, bool isValid)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        replica.Lease.Changed += now =>
        {
            if (now == isValid)
            {
                reached.TrySetResult();
            }
        };
        return reached.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    public static Task Loss(PostgresWorkspaceStore store)
    {
        var lost = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        store.Lost.Register(lost.SetResult);
        return lost.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    /// <summary>Completes when a replica logs a line with this text.</summary>
    public Task LineAsync(string text)
    {
        var logged = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _onLine += line =>
        {
            if (line.Contains(text, StringComparison.Ordinal))
            {
                logged.TrySetResult();
            }
        };
        return logged.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    public async ValueTask DisposeAsync()
    {
        await HealAsync();
        foreach (var replica in _replicas)
        {
            await replica.DisposeAsync();
        }

        await _database.DisposeAsync();
    }

    private sealed class Log(TestReplicas replicas) : ILogger<PostgresStores>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            replicas._onLine(formatter(state, exception));
    }
}

internal static class PostgresStoresExtensions
{
    extension(PostgresStores replica)
    {
        public async Task<PostgresWorkspaceStore> OwnAsync(string key) => (await replica.TakeOverAsync(key, TestContext.Current.CancellationToken)).Store!;
    }
}
