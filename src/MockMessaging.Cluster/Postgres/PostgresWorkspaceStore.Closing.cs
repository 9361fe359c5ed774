using MockMessaging.Storage;
using MockMessaging.Workspaces;

namespace MockMessaging.Cluster.Postgres;

// The end: given back, lost to another replica, or given up.
internal sealed partial class PostgresWorkspaceStore
{
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

    /// <summary>Ends the waits for commits; what they hold is still written once the database can be reached, unless the workspace is lost.</summary>
    public void EndWaits(string reason)
    {
        lock (_gate)
        {
            _open.Fail(reason);
            _underWay?.Fail(reason);
        }
    }

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
}
