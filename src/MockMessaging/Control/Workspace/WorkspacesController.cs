using Microsoft.AspNetCore.Mvc;
using MockMessaging.Authentication;
using MockMessaging.Errors;
using MockMessaging.Workspaces;

namespace MockMessaging.Control;

/// <summary>All workspaces of the server.</summary>
[Tags("Workspace")]
[Route("_sandbox/workspaces")]
internal sealed class WorkspacesController(WorkspaceDirectory directory, TenantGate keys, ControlOptions control) : SandboxController
{
    /// <summary>List workspaces</summary>
    /// <remarks>
    /// The keys in use: those under which something was changed, and the key of this request. If the server accepts only certain keys
    /// (Auth:Keys), they are masked, and the list needs the token of the control plane (Control:Token); without one it gets 403.
    /// </remarks>
    /// <param name="limit">How many at most, 1 to 1,000. Default 1,000.</param>
    /// <param name="after">Only workspaces after this place: the <c>next</c> of an earlier response.</param>
    /// <param name="before">Only workspaces before this place: the <c>next</c> of an earlier response with <c>order=newest</c>.</param>
    /// <param name="order">oldest or newest first. Default oldest.</param>
    [HttpGet(Name = "ListWorkspaces")]
    [ProducesResponseType<WorkspaceList>(StatusCodes.Status200OK)]
    public IActionResult List([FromQuery] int limit = Page.Most, [FromQuery] string? after = null, [FromQuery] string? before = null, [FromQuery] string? order = null)
    {
        var page = Page.Of(limit, after, before, order);
        var masked = keys.AllKeys.Count > 0;
        if (masked && string.IsNullOrEmpty(control.Token))
        {
            throw ErrorCatalog.Forbidden("This server accepts only the keys of Auth:Keys and its tenants. Set Control:Token to list the workspaces.");
        }

        // A new workspace comes after all that were changed before.
        var known = directory.Workspaces.Where(workspace => workspace.IsKept || workspace == Workspace).OrderBy(workspace => workspace.IsKept ? workspace.StoreId : long.MaxValue).ToList();
        var (workspaces, next) = page.OfPlaces(known, 0, _ => true);
        return Answer(new WorkspaceList([.. workspaces.Select(workspace => WorkspaceSummary.Of(workspace, masked, workspace == Workspace))], next));
    }
}
