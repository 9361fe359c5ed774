using System.Collections.Concurrent;
using MockMessaging.Errors;
using MockMessaging.Limits;
using MockMessaging.Seeding;
using MockMessaging.State;
using MockMessaging.Storage;

namespace MockMessaging.Workspaces;

/// <summary>
/// All workspaces of the server by key. A key not seen before opens a fresh one, which is stored and counted with its first change. An
/// unchanged one that no request uses may be dropped from memory, because the next request makes an identical one.
/// </summary>
internal sealed class WorkspaceDirectory(WorkspaceServices services, SeedingOptions seeding, Snapshots snapshots, IWorkspaceContent content, IWorkspaceOwnership ownership)
{
    private const int MostUnchanged = 1_000;

    private readonly Lazy<WorkspaceServices> _nameless = new(services.WithoutStore);
    private readonly ConcurrentDictionary<string, Workspace> _byKey = new(StringComparer.Ordinal);
    private readonly UnchangedWorkspaces _unchanged = new();
    private readonly Lock _opening = new();
    private readonly TaskCompletionSource _restored = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when everything an earlier run stored is back. Cancelled if the server stops before.</summary>
    public Task Restored => _restored.Task;

    /// <summary>How many are kept: those in which something was changed.</summary>
    public int Count => _byKey.Count - _unchanged.Count;

    public IEnumerable<Workspace> Workspaces => _byKey.Values;

    /// <summary>The workspace of a key, once the server has read back what it stored. It stays the one of its key until the use is ended.</summary>
    /// <exception cref="ApiException">It is a new one, and the memory is full.</exception>
    public ValueTask<Workspace> OpenAsync(string key) => services.AddContent is null ? OpenAsItIsAsync(key) : OpenWithContentAsync(key);

    private async ValueTask<Workspace> OpenWithContentAsync(string key)
    {
        var workspace = await OpenAsItIsAsync(key).ConfigureAwait(false);
        workspace.AddContentIfNew();
        return workspace;
    }

    private async ValueTask<Workspace> OpenAsItIsAsync(string key)
    {
        if (!_restored.Task.IsCompletedSuccessfully)
        {
            await _restored.Task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (_restored.Task.IsCanceled)
            {
                throw new StoreBusyException("The server is stopping.");
            }

            await _restored.Task.ConfigureAwait(false);
        }

        return _byKey.TryGetValue(key, out var known) && known.Uses.TryBegin() ? known : OpenNew(key, await ownership.OwnAsync(key).ConfigureAwait(false));
    }

    /// <summary>A fresh workspace under a key that has none so far, kept from now on, its use begun; null if the key has one.</summary>
    /// <exception cref="TooManyWorkspacesException">The server holds as many as it may.</exception>
    public async ValueTask<Workspace?> CreateAsync(string key)
    {
        var workspace = await OpenAsItIsAsync(key).ConfigureAwait(false);
        var isNew = false;
        try
        {
            return (isNew = workspace.TryKeep()) ? workspace : null;
        }
        finally
        {
            if (!isNew)
            {
                workspace.Uses.End();
            }
        }
    }

    /// <summary>A workspace for one request without a key. No other request finds it, and nothing of it is stored.</summary>
    public Workspace OpenNameless()
    {
        var record = WorkspaceRecord.Of("", 0, SeedOf(""));
        var workspace = new Workspace(_nameless.Value, record, WorkspaceState.Fresh(record, _nameless.Value.Defaults));
        workspace.Uses.TryBegin();
        return workspace;
    }

    /// <summary>Forgets all that is known of a key. Once it completes, no earlier push can arrive any more. The next change keeps it again.</summary>
    public Task ForgetAsync(Workspace workspace) => Forget(workspace, static () => true) ?? Task.CompletedTask;

    /// <summary>Forgets the workspaces that were not used for a time up to a timestamp of the host, and in which nothing happens by itself.</summary>
    public async Task ForgetIdleAsync(TimeSpan span, long until)
    {
        foreach (var workspace in _byKey.Values)
        {
            if (workspace.IsKept && workspace.IsIdle(span, until) && Forget(workspace, () => workspace.IsIdle(span, until)) is { } forgotten)
            {
                await forgotten.ConfigureAwait(false);
            }

            if (!workspace.IsKept && workspace.Uses.RestedFor(span, until))
            {
                Drop(workspace);
            }
        }
    }

    /// <summary>Adds a workspace that was read back.</summary>
    public void PutBack(Workspace workspace) => _byKey[workspace.Key] = workspace;

    /// <summary>Removes a workspace from memory that another server is to have.</summary>
    public void GiveUp(Workspace workspace)
    {
        lock (_opening)
        {
            _unchanged.Remove(workspace);
            _byKey.TryRemove(KeyValuePair.Create(workspace.Key, workspace));
        }
    }

    /// <summary>The workspace of a key if it is in memory, changed or not.</summary>
    public Workspace? InMemory(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>Lets requests in once everything is back; or says why it never will be.</summary>
    public void EndRestore(Exception? failure)
    {
        switch (failure)
        {
            case null:
                _restored.SetResult();
                break;
            case OperationCanceledException:
                _restored.SetCanceled();
                break;
            default:
                _restored.SetException(failure);
                break;
        }
    }

    /// <summary>Stores the pushes that still wait, so that the next run makes none of them twice.</summary>
    public void StorePushes()
    {
        foreach (var workspace in _byKey.Values.Where(workspace => workspace.IsKept && !workspace.StandsStill))
        {
            try
            {
                workspace.StorePushes();
            }
            catch (StoreBusyException)
            {
                // The store has said why; the next run makes them again.
            }
        }
    }

    /// <summary>The workspace of a media link, its use begun; null if there is none.</summary>
    public async ValueTask<Workspace?> OpenByMediaWorkspaceIdAsync(string workspaceId)
    {
        await _restored.Task.ConfigureAwait(false);
        foreach (var (_, workspace) in _byKey)
        {
            if (workspace.IsKept && workspace.MediaWorkspaceId == workspaceId && workspace.Uses.TryBegin())
            {
                return workspace;
            }
        }

        return null;
    }

    /// <summary>The workspace of a key in which something was changed.</summary>
    public Workspace? Find(string key) => _byKey.GetValueOrDefault(key) is { IsKept: true } kept ? kept : null;

    private Workspace OpenNew(string key, WorkspaceServices its)
    {
        lock (_opening)
        {
            if (_byKey.TryGetValue(key, out var known) && known.Uses.TryBegin())
            {
                return known;
            }

            if (services.Defaults.Memory.IsFull)
            {
                DropUnused(leaving: 0);
                throw ErrorCatalog.Busy(services.Defaults.Memory.Reason);
            }

            var record = WorkspaceRecord.Of(key, its.NextGeneration(), SeedOf(key));
            var opened = new Workspace(its, record, WorkspaceState.Fresh(record, its.Defaults));
            opened.Uses.TryBegin();
            _byKey[key] = opened;
            _unchanged.Add(opened);
            DropUnused(MostUnchanged);
            return opened;
        }
    }

    private long SeedOf(string key) => seeding.Seed ?? WorkspaceSeed.OfKey(key);

    private Task? Forget(Workspace workspace, Func<bool> condition) =>
        snapshots.Forget(workspace, removals => workspace.Forget(SeedOf(workspace.Key), removals, condition));

    /// <summary>Connects the workspaces to what counts them.</summary>
    public WorkspaceDirectory Connect()
    {
        (services.Keep, services.OnForgotten, services.AddContent) = (Keep, OnForgotten, content.IsEmpty ? null : content.AddTo);
        return this;
    }

    /// <summary>Counts a workspace that is about to be changed for the first time.</summary>
    private void Keep(Workspace workspace)
    {
        lock (_opening)
        {
            if (Count >= services.Defaults.Limits.MaxWorkspaces)
            {
                throw new TooManyWorkspacesException(services.Defaults.Limits.MaxWorkspaces);
            }

            _unchanged.Remove(workspace);
        }
    }

    private void OnForgotten(Workspace workspace)
    {
        lock (_opening)
        {
            _unchanged.Add(workspace);
            DropUnused(MostUnchanged);
        }
    }

    private void Drop(Workspace workspace)
    {
        lock (_opening)
        {
            if (!workspace.IsKept && workspace.Uses.TryClose())
            {
                _unchanged.Remove(workspace);
                _byKey.TryRemove(workspace.Key, out _);
                ownership.Dropped(workspace.Key);
            }
        }
    }

    private void DropUnused(int leaving)
    {
        foreach (var dropped in _unchanged.TakeUnused(leaving))
        {
            _byKey.TryRemove(dropped.Key, out _);
            ownership.Dropped(dropped.Key);
        }
    }
}
