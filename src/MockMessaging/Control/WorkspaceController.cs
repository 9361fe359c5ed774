using Microsoft.AspNetCore.Mvc;

namespace MockMessaging.Control;

/// <summary>The workspace as a whole.</summary>
[Tags("Workspace")]
[Route("_sandbox/workspace")]
internal sealed class WorkspaceController : SandboxController
{
    /// <summary>Look at the workspace</summary>
    /// <remarks>How much it holds, its seed and its clock.</remarks>
    [HttpGet(Name = "GetWorkspace")]
    [ProducesResponseType<WorkspaceView>(StatusCodes.Status200OK)]
    public IActionResult Get() => Answer(WorkspaceView.Of(Workspace));

    /// <summary>Reset the workspace</summary>
    /// <remarks>Throws away messages, contacts, sessions, registrations, timers and pushes; when it answers, nothing of before can arrive any more.</remarks>
    [HttpDelete(Name = "ResetWorkspace")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public async Task<IActionResult> Reset()
    {
        await Workspace.Reset().ConfigureAwait(false);
        return NoContent();
    }
}
