using System.Collections.Concurrent;
using System.Text.Json;
using MockMessaging.Errors;
using MockMessaging.Storage;

namespace MockMessaging.Workspaces;

/// <summary>The snapshots of all workspaces.</summary>
internal sealed class Snapshots(WorkspaceServices services, IEnumerable<IWorkspaceResume> rooms)
{
    private readonly ConcurrentDictionary<(string Key, string Name), Snapshot> _all = [];
    private readonly IReadOnlyList<IWorkspaceResume> _rooms = [.. rooms];

    /// <summary>Those of a workspace, oldest first.</summary>
    public IReadOnlyList<Snapshot> Of(Workspace workspace) =>
        [.. _all.Values.Where(snapshot => snapshot.Key == workspace.Key).OrderBy(snapshot => snapshot.StoreId)];

    /// <summary>Keeps a workspace as it is now; one of the same name is replaced.</summary>
    /// <exception cref="ApiException">The workspace holds as many as it may.</exception>
    public async Task<Snapshot> TakeAsync(Workspace workspace, string name)
    {
        services.Store.EnsureRoom();
        if (!_all.ContainsKey((workspace.Key, name)) && Of(workspace).Count >= services.Limits.Snapshots)
        {
            throw ErrorCatalog.Conflict("name", $"The workspace holds {services.Limits.Snapshots} snapshots (Limits:Snapshots); DELETE /_sandbox/snapshots/{{name}} removes one.");
        }

        var archive = workspace.Archive();
        var snapshot = new Snapshot
        {
            StoreId = services.Store.NextId(),
            Key = workspace.Key,
            Name = name,
            TakenAt = archive.ArchivedAt.ToUnixTimeMilliseconds(),
            Messages = archive.Records.Count(record => record.Kind == DocumentKind.Message),
            Content = JsonSerializer.SerializeToUtf8Bytes(archive, StoredJson.Default.Archive),
        };
        var replaced = _all.TryGetValue((workspace.Key, name), out var earlier) ? [Document(earlier, null)] : Array.Empty<StoredDocument>();
        _all[(workspace.Key, name)] = snapshot;
        await WriteAsync([Document(snapshot, snapshot.ToBytes()), .. replaced]).ConfigureAwait(false);
        return snapshot;
    }

    public Snapshot? Find(Workspace workspace, string name) => _all.GetValueOrDefault((workspace.Key, name));

    public async Task<bool> RemoveAsync(Workspace workspace, string name)
    {
        services.Store.EnsureRoom();
        if (!_all.TryRemove((workspace.Key, name), out var removed))
        {
            return false;
        }

        await WriteAsync([Document(removed, null)]).ConfigureAwait(false);
        return true;
    }

    /// <summary>Puts a workspace into the state of an archive.</summary>
    /// <exception cref="ArchiveException">It cannot be read; the workspace is as it was.</exception>
    public Task RestoreAsync(Workspace workspace, Archive archive) => workspace.Replace(archive, _rooms);

    /// <summary>Puts back what an earlier run kept.</summary>
    public void PutBack(IEnumerable<StoredDocument> documents)
    {
        foreach (var document in documents.Where(document => document.Kind == DocumentKind.Snapshot))
        {
            var snapshot = JsonSerializer.Deserialize(document.Data, StoredJson.Default.Snapshot)!;
            snapshot.StoreId = document.Id;
            _all[(snapshot.Key, snapshot.Name)] = snapshot;
        }
    }

    private static StoredDocument Document(Snapshot snapshot, byte[]? bytes) => new(snapshot.StoreId, Snapshot.NoWorld, DocumentKind.Snapshot, bytes, IsNew: bytes is not null);

    private Task WriteAsync(StoredDocument[] changes) => services.Store.Keeps ? services.Store.Append(changes, urgent: true) : Task.CompletedTask;
}
