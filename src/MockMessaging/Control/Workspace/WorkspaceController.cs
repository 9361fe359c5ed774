using Microsoft.AspNetCore.Mvc;
using MockMessaging.Errors;
using MockMessaging.Limits;
using MockMessaging.Seeding;
using MockMessaging.Workspaces;

namespace MockMessaging.Control;

/// <summary>The workspace as a whole.</summary>
[Tags("Workspace")]
[Route("_sandbox/workspace")]
internal sealed class WorkspaceController(MemoryGuard memory) : SandboxController
{
    /// <summary>Look at the workspace</summary>
    /// <remarks>How much it holds, its seed and its clock.</remarks>
    [HttpGet(Name = "GetWorkspace")]
    [ProducesResponseType<WorkspaceView>(StatusCodes.Status200OK)]
    public IActionResult Get() => Answer(WorkspaceView.Of(Workspace));

    /// <summary>Change the workspace's settings</summary>
    /// <remarks>Which truth it follows where document and live service disagree, whether the care window holds, how fast messages move, and the seed. A reset takes it back.</remarks>
    /// <param name="change">What to change.</param>
    [HttpPatch(Name = "ChangeWorkspace")]
    [ProducesResponseType<WorkspaceView>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Change([FromBody] WorkspaceChange change)
    {
        if (change.Seed is < -WorkspaceSeed.Largest or > WorkspaceSeed.Largest)
        {
            throw ErrorCatalog.WrongValue(nameof(WorkspaceChange), "seed", $"seed is -{WorkspaceSeed.Largest} to {WorkspaceSeed.Largest} (2^53 - 1), which every reader of JSON takes as it is.");
        }

        await Workspace.Configure(change.Fidelity, change.CareWindow, change.Delays?.Parsed() ?? default, change.Seed).ConfigureAwait(false);
        return Answer(WorkspaceView.Of(Workspace));
    }

    /// <summary>Reset the workspace</summary>
    /// <remarks>Throws away messages, contacts, sessions, registrations, timers and pushes; when it answers, nothing of before can arrive any more.</remarks>
    [HttpDelete(Name = "ResetWorkspace")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public async Task<IActionResult> Reset()
    {
        await Workspace.Reset().ConfigureAwait(false);
        memory.MadeRoom();
        return new NoContentResult();
    }
}
