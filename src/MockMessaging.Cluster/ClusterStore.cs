using MockMessaging.Cluster.Postgres;
using MockMessaging.Storage;
using Npgsql;

namespace MockMessaging.Cluster;

/// <summary>The database of the cluster, as this replica uses it.</summary>
internal sealed class ClusterStore : IStoreStatus, IAsyncDisposable
{
    private readonly StorageOptions _storage;
    private readonly ClusterOptions _options;
    private readonly Lazy<Task<PostgresStores>> _opening;

    public ClusterStore(ClusterOptions options, StorageOptions storage, IReadOnlyList<string> collections, ILogger<PostgresStores> log)
    {
        (_options, _storage) = (options, storage);
        Address = HostAddress.Of(options);
        _opening = new Lazy<Task<PostgresStores>>(() => PostgresStores.OpenAsync(options, storage, collections, log, CancellationToken.None));
    }

    /// <summary>Host and port by which other replicas reach this one.</summary>
    public string Address { get; }

    public Task Opened => _opening.Value;

    /// <summary>Only after <see cref="Opened"/> has completed.</summary>
    public PostgresStores Stores => _opening.Value.GetAwaiter().GetResult();

    public string Kind => "postgresql";

    public string Place
    {
        get
        {
            var connection = new NpgsqlConnectionStringBuilder(_options.Database);
            return $"PostgreSQL, database '{connection.Database}' at {connection.Host}:{connection.Port} ({_storage.Durability}), as replica {Address}";
        }
    }

    public int Waiting => Stores.Waiting;

    public void EnsureCapacity()
    {
        if (Stores.Refusal is { } refusal)
        {
            throw new StoreBusyException(refusal);
        }

        Stores.Committer.EnsureCapacity();
    }

    public async ValueTask DisposeAsync()
    {
        if (_opening.IsValueCreated && _opening.Value.IsCompletedSuccessfully)
        {
            await Stores.DisposeAsync().ConfigureAwait(false);
        }
    }
}
