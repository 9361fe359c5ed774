using MockMessaging.Storage;

namespace MockMessaging.Cluster.Postgres;

// What the committer takes and gives back.
internal sealed partial class PostgresWorkspaceStore
{
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
            return new WorkspaceCommit(this, batch, _removing is [var removed, ..] && !_isClosed ? removed : null, becomesKept);
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
    public (int[] Generations, bool HasStored) Leftovers
    {
        get
        {
            lock (_gate)
            {
                return (_removing.ToArray(), _hasStored);
            }
        }
    }

    private bool HasWork => _open.HasWork || (_removing.Count > 0 && !_isClosed);
}
