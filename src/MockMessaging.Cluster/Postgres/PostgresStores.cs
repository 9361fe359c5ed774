using MockMessaging.Storage;
using Npgsql;

namespace MockMessaging.Cluster.Postgres;

/// <summary>A workspace as the database knows it.</summary>
/// <param name="OwnerAddress">Host and port of the inner endpoint of its owner; null without an owner whose lease is valid.</param>
/// <param name="IsKept">False if nothing was stored yet.</param>
/// <param name="WakeAt">When a replica must open it without being asked; null for never, the earliest moment while it is owned.</param>
internal sealed record StoredWorkspace(string Key, string? OwnerAddress, bool IsKept, DateTimeOffset? WakeAt);

/// <summary>What one replica has of the database: its lease, its workspaces, and the commits of these.</summary>
internal sealed class PostgresStores : IAsyncDisposable
{
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(10);

    private readonly NpgsqlDataSource _source;
    private readonly CommitRetry _retry;
    private readonly RecordReader _reader;
    private int _isDisposed;

    private PostgresStores(NpgsqlDataSource source, ReplicaLease lease, OwnedWorkspaces owned, StorageOptions storage, IReadOnlyList<string> collections, ILogger log)
    {
        (_source, Lease, Owned, Log) = (source, lease, owned, log);
        IsStrict = storage.Durability == Durability.Strict;
        _reader = new RecordReader(source, collections);
        _retry = new CommitRetry(log);
        Committer = new Committer(source, storage, _retry, log);
    }

    public ReplicaLease Lease { get; }

    public OwnedWorkspaces Owned { get; }

    public Committer Committer { get; }

    public ILogger Log { get; }

    /// <summary>True if urgent changes wait for their commit.</summary>
    public bool IsStrict { get; }

    /// <summary>How many changed records of all workspaces wait for the database.</summary>
    public int Waiting => Committer.Waiting;

    /// <summary>Why no workspace of this replica can be used or changed for now; null while all is well.</summary>
    public string? Refusal => Lease.Refusal ?? _retry.Refusal;

    /// <param name="collections">The collections in the order in which they are read.</param>
    /// <exception cref="StoreUnusableException">The database cannot be reached or used; the message says why and what to do.</exception>
    public static async Task<PostgresStores> OpenAsync(
        ClusterOptions options, StorageOptions storage, IReadOnlyList<string> collections, ILogger<PostgresStores> log, CancellationToken cancelled)
    {
        var source = await Database.OpenAsync(options, cancelled).ConfigureAwait(false);
        var owned = new OwnedWorkspaces();
        var lease = await ReplicaLease.OpenAsync(Guid.NewGuid(), HostAddress.Of(options), options, owned, log).ConfigureAwait(false);
        return new PostgresStores(source, lease, owned, storage, collections, log);
    }

    /// <summary>Makes this replica the owner, unless another one with a valid lease is. A new key gets a row.</summary>
    /// <exception cref="StoreBusyException">The lease of this replica is not valid, or the database cannot be reached.</exception>
    public async Task<TakenOver> TakeOverAsync(string key, CancellationToken cancelled)
    {
        for (var isFirst = true; ; isFirst = false)
        {
            var term = Owned.Term;
            if (Lease.Refusal is { } refusal)
            {
                throw new StoreBusyException(refusal);
            }

            (WorkspaceRow? Row, OtherOwner? Owner)? tried;
            try
            {
                tried = await TakeOver.TryAsync(_source, key, Lease.Id, cancelled).ConfigureAwait(false);
            }
            catch (NpgsqlException failure) when (isFirst && failure is not PostgresException)
            {
                // After a restart of the database, connections of the pool are dead.
                _source.Clear();
                continue;
            }
            catch (NpgsqlException failure)
            {
                throw new StoreBusyException($"The database (Cluster:Database) cannot be used: {Database.Reason(failure)}. Try again.");
            }

            if (tried is not { } result)
            {
                continue;
            }

            if (result.Row is not { } row)
            {
                return new TakenOver(null, result.Owner);
            }

            var store = new PostgresWorkspaceStore(row, this);
            if (Owned.TryAdd(store, term, out var earlier))
            {
                earlier?.Lose();
                return new TakenOver(store, null);
            }
        }
    }

    public async Task<IReadOnlyList<StoredWorkspace>> ListAsync()
    {
        await using var command = _source.CreateCommand(
            """
            SELECT w.key, r.address, w.is_kept, w.wake_at
            FROM workspaces w LEFT JOIN replicas r ON r.id = w.owner AND r.valid_until > clock_timestamp()
            ORDER BY w.number
            """);
        await using var reader = await command.ExecuteReaderAsync().ConfigureAwait(false);
        var workspaces = new List<StoredWorkspace>();
        while (await reader.ReadAsync().ConfigureAwait(false))
        {
            workspaces.Add(new StoredWorkspace(
                TakeOver.Text(reader.GetFieldValue<byte[]>(0)),
                reader.IsDBNull(1) ? null : reader.GetString(1),
                reader.GetBoolean(2),
                reader.IsDBNull(3) ? null : reader.GetFieldValue<DateTimeOffset>(3)));
        }

        return workspaces;
    }

    /// <summary>Keys of workspaces that no replica owns, and that have something to do by now; what has waited longest comes first.</summary>
    public async Task<IReadOnlyList<string>> OrphansAsync(int most)
    {
        await using var command = _source.CreateCommand(
            """
            SELECT w.key FROM workspaces w
            WHERE w.wake_at <= clock_timestamp() + interval '1 second'
              AND NOT EXISTS (SELECT FROM replicas r WHERE r.id = w.owner AND r.valid_until > clock_timestamp())
            ORDER BY w.wake_at LIMIT $1
            """);
        command.Parameters.Add(new NpgsqlParameter { Value = most });
        await using var reader = await command.ExecuteReaderAsync().ConfigureAwait(false);
        var keys = new List<string>();
        while (await reader.ReadAsync().ConfigureAwait(false))
        {
            keys.Add(TakeOver.Text(reader.GetFieldValue<byte[]>(0)));
        }

        return keys;
    }

    /// <summary>The key of the workspace whose media links have this part; null if there is none.</summary>
    public async Task<string?> KeyOfMediaAsync(string mediaId)
    {
        if (mediaId.Contains('\0', StringComparison.Ordinal))
        {
            return null;
        }

        await using var command = _source.CreateCommand("SELECT key FROM workspaces WHERE media_id = $1 LIMIT 1");
        command.Parameters.Add(new NpgsqlParameter { Value = mediaId });
        return await command.ExecuteScalarAsync().ConfigureAwait(false) is byte[] key ? TakeOver.Text(key) : null;
    }

    public IEnumerable<StoredRecord> Read(long workspace) => _reader.Read(workspace);

    /// <summary>Gives a workspace back whose changes are committed. One that holds no records is forgotten.</summary>
    /// <exception cref="StoreBusyException">The server stops before the database could be reached.</exception>
    public Task ReleaseAsync(Release release) => _retry.RunAsync(async cancelled =>
    {
        var (store, leftovers) = (release.Store, release.Store.Leftovers);
        await using var batch = _source.CreateBatch();
        batch.BatchCommands.Add(CommitStatements.Statement("SELECT FROM workspaces WHERE number = $1 AND epoch = $2 FOR UPDATE", store.Number, store.Epoch));
        batch.BatchCommands.Add(CommitStatements.Statement(
            "DELETE FROM records WHERE workspace = $1 AND generation = ANY ($3) AND EXISTS (SELECT FROM workspaces WHERE number = $1 AND epoch = $2)",
            store.Number, store.Epoch, leftovers.Generations));
        batch.BatchCommands.Add(CommitStatements.Statement(
            "DELETE FROM workspaces WHERE number = $1 AND epoch = $2 AND NOT EXISTS (SELECT FROM records WHERE workspace = $1)", store.Number, store.Epoch));
        batch.BatchCommands.Add(CommitStatements.Statement(
            """
            UPDATE workspaces SET owner = NULL, is_kept = true, was_killed = was_killed AND NOT $3, wake_at = CASE WHEN $4 THEN '-infinity'::timestamptz ELSE $5 END
            WHERE number = $1 AND epoch = $2
            """,
            store.Number, store.Epoch, leftovers.HasStored, release.KeepsWakeAt, release.WakeAt?.ToUniversalTime() as object ?? DBNull.Value));
        return await batch.ExecuteNonQueryAsync(cancelled).ConfigureAwait(false);
    });

    /// <summary>Releases what is still owned, and ends the lease at once.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 1)
        {
            return;
        }

        _retry.GiveUpAfter(LongestStop);
        await Task.WhenAll(Owned.All.Select(static store => store.DisposeAsync().AsTask())).ConfigureAwait(false);
        await Committer.DisposeAsync().ConfigureAwait(false);
        await Lease.DisposeAsync().ConfigureAwait(false);
        await _source.DisposeAsync().ConfigureAwait(false);
        _retry.Dispose();
    }
}
