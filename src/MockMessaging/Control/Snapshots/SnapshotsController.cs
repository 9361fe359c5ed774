using Microsoft.AspNetCore.Mvc;
using MockMessaging.Errors;
using MockMessaging.Limits;
using MockMessaging.Persistence;
using MockMessaging.Workspaces;

namespace MockMessaging.Control;

/// <summary>The workspace as it was.</summary>
[Tags("Snapshots")]
[Route("_sandbox/snapshots")]
internal sealed class SnapshotsController(Snapshots snapshots, MemoryGuard memory) : SandboxController
{
    private const int LongestName = 100;

    /// <summary>List snapshots</summary>
    /// <remarks>They belong to the key and outlive a reset.</remarks>
    /// <param name="limit">At most so many, 1 to 1,000. Default 1,000.</param>
    /// <param name="after">Only those newer than this name: the <c>next</c> of an earlier answer.</param>
    /// <param name="before">Only those older than this name: the <c>next</c> of an earlier answer with the newest first.</param>
    /// <param name="order">oldest or newest first. Default oldest.</param>
    [HttpGet(Name = "ListSnapshots")]
    [ProducesResponseType<SnapshotList>(StatusCodes.Status200OK)]
    public IActionResult List([FromQuery] int limit = Page.Most, [FromQuery] string? after = null, [FromQuery] string? before = null, [FromQuery] string? order = null)
    {
        var (page, next) = Page.Of(limit, after, before, order).Of(snapshots.Of(Workspace), "snapshot", snapshot => snapshot.Name);
        return Answer(new SnapshotList([.. page.Select(SnapshotView.Of)], next));
    }

    /// <summary>Take a snapshot</summary>
    /// <remarks>Keeps messages, contacts, sessions, registrations, rules, faults, settings and the clock, with what is still due. Pushes under way are not part of it.</remarks>
    /// <param name="request">Its name.</param>
    [HttpPost(Name = "TakeSnapshot")]
    [ProducesResponseType<SnapshotView>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Take([FromBody] SnapshotRequest request) => request.Name is { Length: > 0 and <= LongestName } name && !name.Contains('/')
        ? Answer(SnapshotView.Of(await snapshots.TakeAsync(Workspace, name).ConfigureAwait(false)))
        : throw ErrorCatalog.Impossible("name", $"name is missing, longer than {LongestName} letters, or holds a /.");

    /// <summary>Go back to a snapshot</summary>
    /// <remarks>When it answers, the workspace is as it was, its clock too unless that was the machine's, and nothing of before can arrive any more.</remarks>
    /// <param name="name">Its name.</param>
    [HttpPost("{name}/restore", Name = "RestoreSnapshot")]
    [ProducesResponseType<WorkspaceView>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Restore([FromRoute] string name)
    {
        var snapshot = snapshots.Find(Workspace, name) ?? throw ErrorCatalog.Unknown("snapshot", name, "GET /_sandbox/snapshots");
        await snapshots.RestoreAsync(Workspace, ArchiveReader.Parse(snapshot.Content)).ConfigureAwait(false);
        return Answer(WorkspaceView.Of(Workspace));
    }

    /// <summary>Remove a snapshot</summary>
    /// <remarks>The workspace itself stays as it is.</remarks>
    /// <param name="name">Its name.</param>
    [HttpDelete("{name}", Name = "RemoveSnapshot")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public async Task<IActionResult> Remove([FromRoute] string name)
    {
        if (!await snapshots.RemoveAsync(Workspace, name).ConfigureAwait(false))
        {
            throw ErrorCatalog.Unknown("snapshot", name, "GET /_sandbox/snapshots");
        }

        memory.MadeRoom();
        return new NoContentResult();
    }
}
