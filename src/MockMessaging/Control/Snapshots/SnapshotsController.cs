using Microsoft.AspNetCore.Mvc;
using MockMessaging.Errors;
using MockMessaging.Limits;
using MockMessaging.Persistence;
using MockMessaging.State;
using MockMessaging.Workspaces;

namespace MockMessaging.Control;

[Tags("Snapshots")]
[Route("_sandbox/snapshots")]
internal sealed class SnapshotsController(Snapshots snapshots, MemoryGuard memory, WorkspaceViews views) : SandboxController
{
    private const int LongestName = 100;

    /// <summary>List snapshots</summary>
    /// <remarks>Snapshots belong to the key; a reset does not remove them.</remarks>
    [HttpGet(Name = "ListSnapshots")]
    [ProducesResponseType<SnapshotList>(StatusCodes.Status200OK)]
    public IActionResult List([FromQuery] int limit = Page.Most, [FromQuery] string? after = null, [FromQuery] string? before = null, [FromQuery] string? order = null)
    {
        var (page, next) = Page.Of(limit, after, before, order).Of(snapshots.Of(Workspace), "snapshot", snapshot => snapshot.Name);
        return Answer(new SnapshotList([.. page.Select(SnapshotView.Of)], next));
    }

    /// <summary>Take a snapshot</summary>
    /// <remarks>Saves messages, contacts, sessions, registered webhooks, rules, faults, settings, the clock and pending timers. Pushes that are being sent are not included.</remarks>
    [HttpPost(Name = "TakeSnapshot")]
    [ProducesResponseType<SnapshotView>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Take([FromBody] SnapshotRequest request) => IsName(request.Name)
        ? Answer(SnapshotView.Of(await snapshots.TakeAsync(Workspace, request.Name!).ConfigureAwait(false)))
        : throw ErrorCatalog.Impossible("name", $"name: give 1 to {LongestName} characters without /, \\ and control characters, and not only blanks, . or .., because it stands in paths.");

    /// <summary>Restore a snapshot</summary>
    /// <remarks>Makes the workspace what it was; its clock too, unless it showed the machine's time. After the response no earlier push can arrive any more.</remarks>
    /// <param name="name">Name of the snapshot.</param>
    [HttpPost("{name}/restore", Name = "RestoreSnapshot")]
    [ProducesResponseType<WorkspaceView>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Restore([FromRoute] string name)
    {
        var snapshot = snapshots.Find(Workspace, name) ?? throw ErrorCatalog.Unknown("snapshot", name, "GET /_sandbox/snapshots");
        await snapshots.RestoreAsync(Workspace, ArchiveReader.Parse(snapshot.Content)).ConfigureAwait(false);
        return Answer(views.Of(Workspace));
    }

    /// <summary>Remove a snapshot</summary>
    /// <remarks>The workspace does not change.</remarks>
    /// <param name="name">Name of the snapshot.</param>
    [HttpDelete("{name}", Name = "RemoveSnapshot")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public async Task<IActionResult> Remove([FromRoute] string name)
    {
        if (!await snapshots.RemoveAsync(Workspace, name).ConfigureAwait(false))
        {
            throw ErrorCatalog.Unknown("snapshot", name, "GET /_sandbox/snapshots");
        }

        memory.RecheckAfterRemoval();
        return new NoContentResult();
    }

    private static bool IsName(string? name) =>
        name is { Length: <= LongestName } && !string.IsNullOrWhiteSpace(name) && name.Trim() is not ("." or "..") && !name.Any(letter => letter is '/' or '\\' || char.IsControl(letter));
}

internal static class SnapshotViews
{
    extension(SnapshotView)
    {
        public static SnapshotView Of(Snapshot snapshot) => new(snapshot.Name, Instants.Of(snapshot.TakenAt), snapshot.Messages, snapshot.Content.Length);
    }
}
