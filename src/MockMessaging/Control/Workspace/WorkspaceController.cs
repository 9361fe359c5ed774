using Microsoft.AspNetCore.Mvc;
using MockMessaging.Errors;
using MockMessaging.Limits;
using MockMessaging.Seeding;
using MockMessaging.Webhooks;
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
        if (change.Seed is < -WorkspaceSeed.Largest or > WorkspaceSeed.Largest)
        {
            throw ErrorCatalog.WrongValue(nameof(WorkspaceChange), "seed", $"seed must be -{WorkspaceSeed.Largest} to {WorkspaceSeed.Largest} (2^53 - 1), so that every JSON reader keeps it exact.");
        }

        if (change.SigningSecret is { Length: > 0 } secret && SigningSecret.ProblemWith(secret) is { } problem)
        {
            throw ErrorCatalog.WrongValue(nameof(WorkspaceChange), "signingSecret", $"signingSecret: {problem}");
        }

        var rules = change.Media?.Parsed();
        await Workspace.Configure(change.Fidelity, change.CareWindow, change.Rules, change.Delays?.Parsed() ?? default, change.Seed, change.SigningSecret).ConfigureAwait(false);
        if (rules is not null)
        {
            await Acting.ExecuteAsync(transaction =>
            {
                rules(transaction.State.Media.Rules);
                transaction.Save(transaction.State.Media.Rules);
                return true;
            }).ConfigureAwait(false);
        }

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
