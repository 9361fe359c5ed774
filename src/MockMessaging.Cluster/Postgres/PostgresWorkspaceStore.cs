using MockMessaging.Storage;

namespace MockMessaging.Cluster.Postgres;

/// <summary>The row of a workspace as its new owner has found it.</summary>
/// <param name="WasKilled">The last owner did not release it.</param>
internal readonly record struct WorkspaceRow(string Key, long Number, long Epoch, bool IsKept, bool WasKilled);

/// <summary>
/// The records of one workspace, as long as this replica owns it. It is lost when another replica has taken it: then nothing is written any more, and
/// <see cref="Refusal"/> stays. A lease that has run out refuses, too, and that can end.
/// </summary>
internal sealed partial class PostgresWorkspaceStore(WorkspaceRow row, PostgresStores stores) : IRecordStore
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _lost = new();
    private readonly List<int> _removing = [];
    private CommitBatch _open = new(0);
    private CommitBatch? _underWay;
    private TaskCompletionSource? _drained;
    private Task? _released;
    private bool _isKept = row.IsKept;
    private bool _hasStored;
    private bool _isClosed;
    private volatile bool _isLost;
    private long _lastId;
    private volatile string? _refusal;

    public string Key => row.Key;

    public long Number => row.Number;

    public long Epoch => row.Epoch;

    /// <summary>Cancelled once, on a thread of the pool, when another replica has taken the workspace. A handler that is added later runs at once.</summary>
    public CancellationToken Lost => _lost.Token;

    public bool IsDurable => true;

    public bool WasKilled => row.WasKilled;

    public string? Refusal => _refusal ?? stores.Refusal;

    /// <summary>
    /// False if another replica may have it by now. Known at once when the lease is taken anew, while closing the workspace takes a moment longer.
    /// </summary>
    public bool IsOwned => !_isLost && stores.Lease.IsValid;

    public long NextId() => Interlocked.Increment(ref _lastId);

    public void SkipIds(long upTo)
    {
        for (var known = Volatile.Read(ref _lastId); known < upTo;)
        {
            var found = Interlocked.CompareExchange(ref _lastId, upTo, known);
            known = found == known ? upTo : found;
        }
    }

    public void EnsureCapacity()
    {
        if (Refusal is { } refusal)
        {
            throw new StoreBusyException(refusal);
        }

        stores.Committer.EnsureCapacity();
    }

    /// <remarks>A lease that has run out since <see cref="EnsureCapacity"/> does not refuse: the change is in memory, and is written if the lease comes back.</remarks>
    /// <inheritdoc/>
    public Task Append(ReadOnlySpan<StoredRecord> changes, bool urgent)
    {
        var waits = urgent && stores.IsStrict;
        Task committed;
        lock (_gate)
        {
            ThrowIfClosed();
            var before = _open.Changes.Count;
            _open.Add(changes);
            stores.Committer.Count(_open.Changes.Count - before);
            committed = waits ? _open.Committed : Task.CompletedTask;
        }

        stores.Committer.Add(this, waits);
        return committed;
    }

    public void Remove(int generation)
    {
        // Generation 0 is what outlives all of them.
        ArgumentOutOfRangeException.ThrowIfLessThan(generation, 1);
        lock (_gate)
        {
            if (_isClosed)
            {
                return;
            }

            var before = _open.Changes.Count;
            _open.Remove(generation);
            stores.Committer.Count(_open.Changes.Count - before);
        }

        stores.Committer.Add(this, isAwaited: false);
    }

    public IEnumerable<StoredRecord> ReadAll()
    {
        foreach (var record in stores.Read(Number))
        {
            SkipIds(record.Key.Id);
            yield return record;
        }
    }

    private void ThrowIfClosed()
    {
        if (_isClosed)
        {
            throw new StoreBusyException(_refusal ?? "This workspace is being given to another replica. Try again.");
        }
    }
}
