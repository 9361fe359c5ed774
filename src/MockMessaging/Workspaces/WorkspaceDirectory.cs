using System.Collections.Concurrent;
using MockMessaging.Seeding;
using MockMessaging.Storage;

namespace MockMessaging.Workspaces;

/// <summary>All workspaces of the server by key. A key not seen before opens a fresh one.</summary>
internal sealed class WorkspaceDirectory(WorkspaceServices services, SeedingOptions seeding, StorageOptions storage, Snapshots snapshots)
{
    private readonly ConcurrentDictionary<string, Lazy<Workspace>> _byKey = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource _restored = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when everything an earlier run kept is back.</summary>
    public Task Restored => _restored.Task;

    public IEnumerable<Workspace> Workspaces => _byKey.Values.Select(entry => entry.Value);

    /// <summary>The workspace of a key, once the server has read back what it kept.</summary>
    /// <exception cref="TooManyWorkspacesException">The server holds as many as it may.</exception>
    public async ValueTask<Workspace> OpenAsync(string key)
    {
        if (!_restored.Task.IsCompletedSuccessfully)
        {
            await _restored.Task.ConfigureAwait(false);
        }

        return _byKey.TryGetValue(key, out var known) ? known.Value : OpenNew(key);
    }

    /// <summary>Puts back the workspaces read from the store, each with what its rooms left unfinished; a failure shows in <see cref="Restored"/>.</summary>
    public async Task RestoreAsync(IReadOnlyList<IWorkspaceResume> rooms)
    {
        try
        {
            var documents = await services.Store.ReadAllAsync().ConfigureAwait(false);
            snapshots.PutBack(documents);
            foreach (var restored in StateReader.Read(documents, services))
            {
                var workspace = new Workspace(services, restored.Record, restored.State);
                _byKey[restored.Record.Key] = new Lazy<Workspace>(workspace);
                workspace.Execute(transaction =>
                {
                    foreach (var room in rooms)
                    {
                        room.Resume(transaction, restored.UnfinishedPushes);
                    }

                    return true;
                });
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
    public Workspace? Find(string key) => _byKey.TryGetValue(key, out var known) ? known.Value : null;

    private Workspace OpenNew(string key)
    {
        if (_byKey.Count >= services.Limits.MaxWorkspaces)
        {
            throw new TooManyWorkspacesException(services.Limits.MaxWorkspaces);
        }

        return _byKey.GetOrAdd(key, opened => new Lazy<Workspace>(() => Create(opened))).Value;
    }

    private Workspace Create(string key)
    {
        var record = new WorkspaceRecord { Key = key, World = services.NextWorld(), Seed = seeding.Seed ?? WorkspaceSeed.FromKey(key) };
        var workspace = new Workspace(services, record, WorkspaceState.Fresh(record, services));
        workspace.Register();
        return workspace;
    }
}
