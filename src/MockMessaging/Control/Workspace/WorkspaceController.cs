using Microsoft.AspNetCore.Mvc;
using MockMessaging.Limits;
using MockMessaging.Workspaces;

namespace MockMessaging.Control;

[Tags("Workspace")]
[Route("_sandbox/workspace")]
internal sealed class WorkspaceController(MemoryGuard memory, WorkspaceViews views) : SandboxController
{
    /// <summary>Get the workspace</summary>
    /// <remarks>Content, settings, clock and limits of the workspace, and its client apps.</remarks>
    [HttpGet(Name = "GetWorkspace")]
    [ProducesResponseType<WorkspaceView>(StatusCodes.Status200OK)]
    public IActionResult Get() => Answer(views.Of(Workspace));

    /// <summary>Change the workspace's settings</summary>
    /// <remarks>Changes fidelity, care window, provider rules, delays, seed, media rules or signing secret of this workspace. A reset undoes it.</remarks>
    [HttpPatch(Name = "ChangeWorkspace")]
    [ProducesResponseType<WorkspaceView>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Change([FromBody] WorkspaceChange change)
    {
        await Settings.Parsed(change)(Workspace).ConfigureAwait(false);
        return Answer(views.Of(Workspace));
    }

    /// <summary>Reset the workspace</summary>
    /// <remarks>Removes messages, contacts, sessions, registered webhooks, rules, faults, timers and pushes. After the response no earlier push can arrive any more.</remarks>
    [HttpDelete(Name = "ResetWorkspace")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public async Task<IActionResult> Reset()
    {
        await Workspace.Reset().ConfigureAwait(false);
        memory.RecheckAfterRemoval();
        return new NoContentResult();
    }
}
