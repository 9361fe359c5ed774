using System.Text.Json.Nodes;
using MockMessaging.Control;

namespace MockMessaging.Client;

/// <summary>A workspace as it was.</summary>
public sealed class WorkspaceSnapshots
{
    private const string Path = "/_sandbox/snapshots";

    private readonly SandboxCalls _calls;

    internal WorkspaceSnapshots(SandboxCalls calls) => _calls = calls;

    /// <summary>All snapshots, oldest first; they outlive a reset.</summary>
    /// <param name="cancellationToken">Gives up the call.</param>
    /// <exception cref="SandboxException">The server refused.</exception>
    public Task<SnapshotList> ListAsync(CancellationToken cancellationToken = default) => ListAsync(limit: 1_000, cancellationToken: cancellationToken);

    /// <summary>One page of them.</summary>
    /// <param name="limit">At most so many, 1 to 1,000.</param>
    /// <param name="after">Only what is newer: the <c>Next</c> of an earlier list.</param>
    /// <param name="before">Only what is older: the <c>Next</c> of an earlier list with the newest first.</param>
    /// <param name="newestFirst">Whether the newest comes first. Default: the oldest.</param>
    /// <param name="cancellationToken">Gives up the call.</param>
    /// <exception cref="SandboxException">The server refused.</exception>
    public Task<SnapshotList> ListAsync(int limit, string? after = null, string? before = null, bool newestFirst = false, CancellationToken cancellationToken = default) =>
        _calls.GetAsync<SnapshotList>(Path + Query.Of(Query.Page(limit, after, before, newestFirst)), cancellationToken);

    /// <summary>Keeps all that the workspace holds, with what is still due.</summary>
    /// <param name="name">What to call it; one of the same name is replaced.</param>
    /// <param name="cancellationToken">Gives up the call.</param>
    /// <exception cref="SandboxException">The server refused.</exception>
    public Task<SnapshotView> TakeAsync(string name, CancellationToken cancellationToken = default) =>
        _calls.PostAsync<SnapshotRequest, SnapshotView>(Path, new SnapshotRequest { Name = name }, cancellationToken);

    /// <summary>Makes the workspace what it was; nothing of before can arrive any more.</summary>
    /// <param name="name">The name of the snapshot.</param>
    /// <param name="cancellationToken">Gives up the call.</param>
    /// <exception cref="SandboxException">The server refused.</exception>
    public Task<WorkspaceView> RestoreAsync(string name, CancellationToken cancellationToken = default) =>
        _calls.PostAsync<WorkspaceView>($"{Path}/{Uri.EscapeDataString(name)}/restore", cancellationToken);

    /// <summary>Removes a snapshot.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="cancellationToken">Gives up the call.</param>
    /// <exception cref="SandboxException">The server refused.</exception>
    public Task RemoveAsync(string name, CancellationToken cancellationToken = default) =>
        _calls.DeleteAsync($"{Path}/{Uri.EscapeDataString(name)}", cancellationToken);

    /// <summary>All that the workspace holds as one document.</summary>
    /// <param name="cancellationToken">Gives up the call.</param>
    /// <exception cref="SandboxException">The server refused.</exception>
    public Task<JsonObject> ExportAsync(CancellationToken cancellationToken = default) =>
        _calls.GetAsync<JsonObject>("/_sandbox/export", cancellationToken);

    /// <summary>Replaces all that the workspace holds by an exported document.</summary>
    /// <param name="archive">The document.</param>
    /// <param name="cancellationToken">Gives up the call.</param>
    /// <exception cref="SandboxException">The server refused.</exception>
    public Task<WorkspaceView> ImportAsync(JsonObject archive, CancellationToken cancellationToken = default) =>
        _calls.PostAsync<JsonObject, WorkspaceView>("/_sandbox/import", archive, cancellationToken);
}
