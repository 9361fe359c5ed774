using MockMessaging.Errors;
using MockMessaging.Limits;
using MockMessaging.Seeding;
using MockMessaging.State;
using MockMessaging.Storage;

namespace MockMessaging.Workspaces;

/// <summary>Opens the workspace of a key, and forgets it. A key not seen before opens a fresh one, which is stored and counted with its first change.</summary>
internal sealed class WorkspaceDirectory(
    WorkspaceServices services, OpenWorkspaces open, SeedingOptions seeding, Snapshots snapshots, IWorkspaceContent content, IWorkspaceOwnership ownership)
{
    private readonly Lazy<WorkspaceServices> _nameless = new(services.WithoutStore);
    private readonly TaskCompletionSource _restored = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when everything an earlier run stored is back. Cancelled if the server stops before.</summary>
    public Task Restored => _restored.Task;

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

        return open.TryUse(key) ?? Fresh(key, await ownership.OwnAsync(key).ConfigureAwait(false));
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
        foreach (var workspace in open.All)
        {
            if (workspace.IsKept && workspace.IsIdle(span, until) && Forget(workspace, () => workspace.IsIdle(span, until)) is { } forgotten)
            {
                await forgotten.ConfigureAwait(false);
            }

            if (!workspace.IsKept && workspace.Uses.RestedFor(span, until))
            {
                open.Drop(workspace);
            }
        }
    }

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
        foreach (var workspace in open.All.Where(workspace => workspace.IsKept && !workspace.StandsStill))
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
        foreach (var workspace in open.All)
        {
            if (workspace.IsKept && workspace.MediaWorkspaceId == workspaceId && workspace.Uses.TryBegin())
            {
                return workspace;
            }
        }

        return null;
    }

    private Workspace Fresh(string key, WorkspaceServices its) => open.Use(key, fresh =>
    {
        var record = WorkspaceRecord.Of(fresh, its.NextGeneration(), SeedOf(fresh));
        return new Workspace(its, record, WorkspaceState.Fresh(record, its.Defaults));
    });

    private long SeedOf(string key) => seeding.Seed ?? WorkspaceSeed.OfKey(key);

    private Task? Forget(Workspace workspace, Func<bool> condition) =>
        snapshots.Forget(workspace, removals => workspace.Forget(SeedOf(workspace.Key), removals, condition));

    /// <summary>Gives new workspaces their content.</summary>
    public WorkspaceDirectory Connect()
    {
        services.AddContent = content.IsEmpty ? null : content.AddTo;
        return this;
    }
}
