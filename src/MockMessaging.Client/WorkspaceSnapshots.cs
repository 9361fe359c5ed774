using System.Text.Json.Nodes;
using MockMessaging.Control;

namespace MockMessaging.Client;

/// <summary>Saved copies of a workspace.</summary>
public sealed class WorkspaceSnapshots
{
    private const string Path = "/_sandbox/snapshots";

    private readonly SandboxCalls _calls;

    internal WorkspaceSnapshots(SandboxCalls calls) => _calls = calls;

    /// <summary>Lists the snapshots; a reset does not remove them.</summary>
    /// <param name="limit">Highest number of items, 1 to 1,000.</param>
    /// <param name="after">Only newer items: the <c>Next</c> of an earlier list.</param>
    /// <param name="before">Only older items: the <c>Next</c> of an earlier list with <c>newestFirst</c>.</param>
    /// <param name="newestFirst">True: the newest item comes first. Default: the oldest.</param>
    public Task<SnapshotList> ListAsync(int limit = 1_000, string? after = null, string? before = null, bool newestFirst = false, CancellationToken cancellationToken = default) =>
        _calls.GetAsync<SnapshotList>(Path + Query.Of(Query.Page(limit, after, before, newestFirst)), cancellationToken);

    /// <summary>Saves the workspace with its pending timers.</summary>
    /// <param name="name">Name of the snapshot; an earlier one with this name is replaced.</param>
    public Task<SnapshotView> TakeAsync(string name, CancellationToken cancellationToken = default) =>
        _calls.PostAsync<SnapshotRequest, SnapshotView>(Path, new SnapshotRequest { Name = name }, cancellationToken);

    /// <summary>Restores a snapshot. When it completes, no earlier push can arrive any more.</summary>
    public Task<WorkspaceView> RestoreAsync(string name, CancellationToken cancellationToken = default) =>
        _calls.PostAsync<WorkspaceView>($"{Path}/{Uri.EscapeDataString(name)}/restore", cancellationToken);

    /// <summary>Removes a snapshot.</summary>
    public Task RemoveAsync(string name, CancellationToken cancellationToken = default) =>
        _calls.DeleteAsync($"{Path}/{Uri.EscapeDataString(name)}", cancellationToken);

    /// <summary>The whole workspace as one document.</summary>
    public Task<JsonObject> ExportAsync(CancellationToken cancellationToken = default) =>
        _calls.GetAsync<JsonObject>("/_sandbox/export", cancellationToken);

    /// <summary>Replaces the whole workspace with an exported document.</summary>
    public Task<WorkspaceView> ImportAsync(JsonObject archive, CancellationToken cancellationToken = default) =>
        _calls.PostAsync<JsonObject, WorkspaceView>("/_sandbox/import", archive, cancellationToken);
}
