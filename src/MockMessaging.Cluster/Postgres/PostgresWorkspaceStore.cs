using MockMessaging.Storage;
using MockMessaging.Workspaces;

namespace MockMessaging.Cluster.Postgres;

/// <summary>The row of a workspace as its new owner has found it.</summary>
/// <param name="WasKilled">The last owner did not release it.</param>
internal readonly record struct WorkspaceRow(string Key, long Number, long Epoch, bool IsKept, bool WasKilled);

/// <summary>
/// The records of one workspace, as long as this replica owns it. It is lost when another replica has taken it: then nothing is written any more, and
/// <see cref="Refusal"/> stays. A lease that has run out refuses, too, and that can end.
/// </summary>
internal sealed class PostgresWorkspaceStore(WorkspaceRow row, PostgresStores stores) : IRecordStore
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _lost = new();
    private readonly List<int> _removing = [];
    private CommitBatch _open = new(0);
    private CommitBatch? _underWay;
    private TaskCompletionSource? _drained;
    private Task? _released;
    private string? _mediaId;
    private string? _newMediaId;
    private bool _isKept = row.IsKept;
    private bool _hasStored;
    private bool _isClosed;
    private bool _isLost;
    private long _lastId;
    private volatile string? _refusal;

    public string Key => row.Key;

    public long Number => row.Number;

    public long Epoch => row.Epoch;

    /// <summary>Cancelled once, on a thread of the pool, when another replica has taken the workspace. A handler that is added later runs at once.</summary>
    public CancellationToken Lost => _lost.Token;

    public Task Opened => Task.CompletedTask;

    public bool IsDurable => true;

    public bool WasKilled => row.WasKilled;

    public int Waiting
    {
        get
        {
            lock (_gate)
            {
                return _open.Changes.Count + (_underWay?.Changes.Count ?? 0);
            }
        }
    }

    public string? Refusal => _refusal ?? stores.Refusal;

    /// <summary>Makes <see cref="PostgresStores.KeyOfMediaAsync"/> find the workspace by the part of its media links that stands for it.</summary>
    public void NoteMedia(string mediaId)
    {
        lock (_gate)
        {
            if (_isClosed || _mediaId == mediaId)
            {
                return;
            }

            _mediaId = _newMediaId = mediaId;
        }

        stores.Committer.Add(this, isAwaited: false);
    }

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

    /// <summary>Commits what waits, and gives the workspace back. Nothing can be appended any more. Does nothing if it is lost.</summary>
    /// <param name="wakeAt">When a replica must open it without being asked; null for never.</param>
    /// <exception cref="StoreBusyException">The database could not be reached until the server stopped: what waited is not stored.</exception>
    public Task ReleaseAsync(DateTimeOffset? wakeAt) => CloseAsync(new Release(this, wakeAt, KeepsWakeAt: false));

    /// <summary>Releases it and leaves it to be opened at once by another replica, if it has stored anything.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await CloseAsync(new Release(this, null, KeepsWakeAt: true)).ConfigureAwait(false);
        }
        catch (StoreBusyException)
        {
            // The next owner learns that it was not released.
        }
    }

    /// <summary>Another replica has taken the workspace: nothing is stored any more.</summary>
    public void Lose() => Fail("Another replica has taken this workspace, so this one can neither show nor change it. Try again.", isLost: true);

    /// <summary>The server stops without reaching the database.</summary>
    public void GiveUp(string refusal) => Fail(refusal, isLost: false);

    /// <summary>Takes what the next commit of this workspace holds; null if there is nothing.</summary>
    public WorkspaceCommit? BeginCommit()
    {
        lock (_gate)
        {
            if (_refusal is not null || !HasWork)
            {
                return null;
            }

            var batch = _underWay = _open;
            _open = new CommitBatch(batch.Changes.Count);
            var becomesKept = !_isKept && batch.Changes.Any(static change => change.Fields is not null);
            return new WorkspaceCommit(this, batch, _removing is [var removed, ..] && !_isClosed ? removed : null, becomesKept, _newMediaId);
        }
    }

    /// <summary>Null if there is nothing to commit; else if it is waited for.</summary>
    public bool? NextCommitIsAwaited
    {
        get
        {
            lock (_gate)
            {
                return _refusal is null && HasWork ? _open.IsAwaited || _drained is not null : null;
            }
        }
    }

    /// <summary>The commit is written, or the workspace lost.</summary>
    public void EndCommit(WorkspaceCommit commit, bool isRemovalComplete)
    {
        lock (_gate)
        {
            stores.Committer.Count(-commit.Batch.Changes.Count);
            if (_underWay is null)
            {
                return;
            }

            _underWay = null;
            _isKept |= commit.BecomesKept;
            _hasStored |= commit.Batch.Changes.Count > 0;
            _newMediaId = _newMediaId == commit.MediaId ? null : _newMediaId;
            if (isRemovalComplete && commit.Removal is { } removed)
            {
                _removing.Remove(removed);
            }

            _removing.AddRange(commit.Batch.Removed.Except(_removing));
            commit.Batch.Done();
            if (!HasWork)
            {
                _drained?.TrySetResult();
            }
        }
    }

    /// <summary>What a release removes along with it.</summary>
    public (IReadOnlyList<int> Generations, bool HasStored) Leftovers
    {
        get
        {
            lock (_gate)
            {
                return ([.. _removing], _hasStored);
            }
        }
    }

    private bool HasWork => _open.HasWork || _newMediaId is not null || (_removing.Count > 0 && !_isClosed);

    private Task CloseAsync(Release release)
    {
        lock (_gate)
        {
            return _released ??= _refusal is not null ? Task.CompletedTask : Task.Run(() => DrainAndReleaseAsync(release));
        }
    }

    private async Task DrainAndReleaseAsync(Release release)
    {
        var drained = Task.CompletedTask;
        lock (_gate)
        {
            _isClosed = true;
            if (_refusal is null && (_underWay is not null || HasWork))
            {
                _drained = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                drained = _drained.Task;
            }
        }

        stores.Committer.Add(this, isAwaited: true);
        await drained.ConfigureAwait(false);
        if (_refusal is { } refusal)
        {
            if (_isLost)
            {
                return;
            }

            throw new StoreBusyException(refusal);
        }

        await stores.ReleaseAsync(release).ConfigureAwait(false);
        Fail("This workspace has been given to another replica. Try again.", isLost: false);
    }

    private void Fail(string refusal, bool isLost)
    {
        CommitBatch open;
        CommitBatch? underWay;
        lock (_gate)
        {
            if (_refusal is not null)
            {
                return;
            }

            _refusal = refusal;
            _isLost = isLost;
            _isClosed = true;
            (open, underWay) = (_open, _underWay);
            stores.Committer.Count(-_open.Changes.Count);
            _open = new CommitBatch(0);
            _underWay = null;
            open.Fail(refusal);
            underWay?.Fail(refusal);
            _drained?.TrySetResult();
        }

        stores.Owned.Remove(this);
        if (isLost)
        {
            stores.Log.LogWarning("Another replica has taken the workspace {Workspace}.", Workspace.Masked(Key));
            _ = _lost.CancelAsync();
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
