using System.Collections.Concurrent;
using MockMessaging.Errors;
using MockMessaging.Seeding;
using MockMessaging.Storage;

namespace MockMessaging.Workspaces;

/// <summary>All workspaces of the server by key. A key not seen before opens a fresh one.</summary>
internal sealed class WorkspaceDirectory(WorkspaceServices services, SeedingOptions seeding, StorageOptions storage, Snapshots snapshots)
{
    private readonly ConcurrentDictionary<string, Workspace> _byKey = new(StringComparer.Ordinal);
    private readonly Lock _opening = new();
    private readonly TaskCompletionSource _restored = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when everything an earlier run kept is back.</summary>
    public Task Restored => _restored.Task;

    public int Count => _byKey.Count;

    public IEnumerable<Workspace> Workspaces => _byKey.Values;

    /// <summary>The workspace of a key, once the server has read back what it kept.</summary>
    /// <exception cref="TooManyWorkspacesException">The server holds as many as it may.</exception>
    /// <exception cref="ApiException">It is a new one, and the memory is full.</exception>
    public async ValueTask<Workspace> OpenAsync(string key)
    {
        if (!_restored.Task.IsCompletedSuccessfully)
        {
            await _restored.Task.ConfigureAwait(false);
        }

        return Find(key) ?? OpenNew(key);
    }

    /// <summary>Puts back the workspaces read from the store, each with what its rooms left unfinished; a failure shows in <see cref="Restored"/>.</summary>
    public async Task RestoreAsync(IReadOnlyList<IWorkspaceResume> rooms)
    {
        try
        {
            var documents = await services.Store.ReadAllAsync().ConfigureAwait(false);
            if (documents.Count > 0)
            {
                PutBack(documents, rooms);
            }

            _restored.SetResult();
        }
        catch (Exception failure)
        {
            _restored.SetException(failure as StoreUnusableException ?? new StoreUnusableException(
                $"The data file '{storage.Path}' (Storage:Path) cannot be read back: {failure.Message.ReplaceLineEndings(" ").TrimEnd('.')}. Move it and its log away to start anew, and keep both for a report.", failure));
        }
    }

    /// <summary>The workspace of a key that was seen before.</summary>
    public Workspace? Find(string key) => _byKey.GetValueOrDefault(key);

    private void PutBack(IReadOnlyList<KeptDocument> documents, IReadOnlyList<IWorkspaceResume> rooms)
    {
        snapshots.PutBack(documents);
        foreach (var restored in StateReader.Read(documents, services))
        {
            var workspace = new Workspace(services, restored.Record, restored.State);
            _byKey[restored.Record.Key] = workspace;
            if (restored.Failure is { } failure)
            {
                workspace.PutAside("It cannot be read back", failure);
            }
            else
            {
                Resume(workspace, restored.UnfinishedPushes, rooms);
            }
        }
    }

    private static void Resume(Workspace workspace, IReadOnlyList<Push> unfinished, IReadOnlyList<IWorkspaceResume> rooms)
    {
        try
        {
            workspace.Execute(transaction =>
            {
                foreach (var room in rooms)
                {
                    room.Resume(transaction, unfinished);
                }

                return true;
            });
        }
        catch (Exception failure) when (failure is not StoreBusyException)
        {
            workspace.PutAside("It cannot go on where it was", failure);
        }
    }

    private Workspace OpenNew(string key)
    {
        lock (_opening)
        {
            if (Find(key) is { } known)
            {
                return known;
            }

            if (_byKey.Count >= services.Limits.MaxWorkspaces)
            {
                throw new TooManyWorkspacesException(services.Limits.MaxWorkspaces);
            }

            if (services.Memory.IsFull)
            {
                throw ErrorCatalog.Busy(services.Memory.Reason);
            }

            return _byKey[key] = Create(key);
        }
    }

    private Workspace Create(string key)
    {
        var record = new WorkspaceRecord { Key = key, World = services.NextWorld(), Seed = seeding.Seed ?? WorkspaceSeed.FromKey(key) };
        var workspace = new Workspace(services, record, WorkspaceState.Fresh(record, services));
        workspace.Register();
        return workspace;
    }
}
