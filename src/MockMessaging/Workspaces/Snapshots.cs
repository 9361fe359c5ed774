using System.Collections.Concurrent;
using System.Text.Json;
using MockMessaging.Errors;
using MockMessaging.Persistence;
using MockMessaging.State;
using MockMessaging.Storage;

namespace MockMessaging.Workspaces;

internal sealed class Snapshots(WorkspaceServices services, IEnumerable<IResumable> features)
{
    private readonly ConcurrentDictionary<(string Key, string Name), Snapshot> _all = [];
    private readonly IReadOnlyList<IResumable> _features = [.. features];
    private readonly Lock _changing = new();

    /// <summary>Those of a workspace, oldest first.</summary>
    public IReadOnlyList<Snapshot> Of(Workspace workspace) =>
        [.. _all.Values.Where(snapshot => snapshot.Key == workspace.Key).OrderBy(snapshot => snapshot.StoreId)];

    /// <summary>Keeps a workspace as it is now; one of the same name is replaced.</summary>
    /// <exception cref="ApiException">The workspace holds as many as it may, or as many bytes of them.</exception>
    public async Task<Snapshot> TakeAsync(Workspace workspace, string name)
    {
        workspace.RecordStore.EnsureCapacity();
        if (!_all.ContainsKey((workspace.Key, name)) && Of(workspace).Count >= services.Defaults.Limits.Snapshots)
        {
            throw ErrorCatalog.Conflict("name", $"The workspace holds {services.Defaults.Limits.Snapshots} snapshots (Limits:Snapshots); DELETE /_sandbox/snapshots/{{name}} removes one.");
        }

        var room = services.Defaults.Limits.SnapshotBytes - Of(workspace).Where(other => other.Name != name).Sum(other => (long)other.Content.Length);
        EnsureFits(workspace.Read(state => state.Messages.Sum(message => (long)message.Body.Length)), room);
        var forgotten = workspace.TimesForgotten;
        workspace.TryKeep();
        var archive = workspace.Archive();
        var content = JsonSerializer.SerializeToUtf8Bytes(archive, StoredJson.Default.Archive);
        EnsureFits(content.Length, room);
        var ids = Enumerable.Range(0, 1 + ((content.Length - 1) / Snapshot.PartBytes)).Select(_ => workspace.RecordStore.NextId()).ToList();
        var snapshot = new Snapshot
        {
            StoreId = ids[0],
            PartIds = ids,
            Key = workspace.Key,
            Name = name,
            TakenAt = archive.ArchivedAt.ToUnixTimeMilliseconds(),
            Messages = archive.Records.Count(record => record.Kind == RecordKinds.Message.Name),
            Content = content,
        };
        StoredRecord[] parts = workspace.RecordStore.IsDurable ? [.. snapshot.Parts().Select(part => RecordKinds.Snapshot.Stored(part, 0))] : [];
        Task written;
        lock (_changing)
        {
            if (workspace.TimesForgotten != forgotten)
            {
                throw ErrorCatalog.Conflict("name", "The workspace was forgotten while the snapshot was taken (DELETE /_sandbox/workspaces/current), so there is none.");
            }

            var replaced = _all.TryGetValue((workspace.Key, name), out var earlier) ? Removal(earlier) : [];
            _all[(workspace.Key, name)] = snapshot;
            written = WriteAsync(workspace, [.. parts, .. replaced]);
        }

        workspace.PublishEvent(WorkspaceEventKind.Snapshots);
        await written.ConfigureAwait(false);
        return snapshot;
    }

    /// <summary>Forgets those of a workspace together with the workspace.</summary>
    public Task? Forget(Workspace workspace, Func<StoredRecord[], Task?> forget)
    {
        lock (_changing)
        {
            var own = Of(workspace);
            var forgotten = forget([.. own.SelectMany(Removal)]);
            foreach (var snapshot in forgotten is null ? [] : own)
            {
                _all.TryRemove((snapshot.Key, snapshot.Name), out _);
            }

            return forgotten;
        }
    }

    public Snapshot? Find(Workspace workspace, string name) => _all.GetValueOrDefault((workspace.Key, name));

    public async Task<bool> RemoveAsync(Workspace workspace, string name)
    {
        workspace.RecordStore.EnsureCapacity();
        Task written;
        lock (_changing)
        {
            if (!_all.TryRemove((workspace.Key, name), out var removed))
            {
                return false;
            }

            written = WriteAsync(workspace, [.. Removal(removed)]);
        }

        workspace.PublishEvent(WorkspaceEventKind.Snapshots);
        await written.ConfigureAwait(false);
        return true;
    }

    /// <summary>Replaces everything in the workspace with the content of an archive.</summary>
    /// <exception cref="ApiException">It cannot be used; the workspace is as it was.</exception>
    public Task RestoreAsync(Workspace workspace, Archive archive) => workspace.Replace(archive, _features);

    /// <summary>Removes those of a workspace from memory that another server is to have; they stay in the store.</summary>
    public void GiveUp(Workspace workspace)
    {
        lock (_changing)
        {
            foreach (var snapshot in Of(workspace))
            {
                _all.TryRemove((snapshot.Key, snapshot.Name), out _);
            }
        }
    }

    /// <summary>Joins the stored parts of each snapshot, so that it can be listed and restored.</summary>
    public void PutBack(IEnumerable<Snapshot> parts)
    {
        foreach (var read in parts.GroupBy(part => (part.Key, part.Name, part.TakenAt)).Select(group => group.ToList()))
        {
            var first = read[0];
            if (read.Count < first.PartCount)
            {
                services.Log.LogError("Snapshot {Name} of workspace {Workspace} is set aside: only {Read} of its {Parts} parts can be read. They stay in the file.", first.Name, Workspace.Masked(first.Key), read.Count, first.PartCount);
            }
            else
            {
                _all[(first.Key, first.Name)] = Snapshot.Join(read);
            }
        }
    }

    private void EnsureFits(long bytes, long room)
    {
        if (bytes > room)
        {
            throw ErrorCatalog.Conflict(
                "name", $"The snapshots of a workspace take {services.Defaults.Limits.SnapshotBytes} bytes (Limits:SnapshotBytes), and with this one they would take more; DELETE /_sandbox/snapshots/{{name}} removes one.");
        }
    }

    private static StoredRecord[] Removal(Snapshot snapshot) => [.. snapshot.PartIds.Select(id => RecordKinds.Snapshot.Removal(id, 0))];

    private static Task WriteAsync(Workspace workspace, StoredRecord[] changes) => workspace.RecordStore.IsDurable ? workspace.RecordStore.Append(changes, urgent: true) : Task.CompletedTask;
}
