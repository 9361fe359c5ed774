using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;
using MockMessaging.Authentication;
using MockMessaging.Errors;
using MockMessaging.Limits;
using MockMessaging.Workspaces;

namespace MockMessaging.Control;

/// <summary>All workspaces of the server.</summary>
[Tags("Workspace")]
[Route("_sandbox/workspaces")]
internal sealed class WorkspacesController(
    WorkspaceDirectory directory, OpenWorkspaces open, IWorkspaceCatalog catalog, Snapshots snapshots, TenantGate keys, MemoryGuard memory, WorkspaceViews views, ControlOptions control) : SandboxController
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz0123456789";

    /// <summary>List workspaces</summary>
    /// <remarks>
    /// The keys in use: those under which something was changed, and the key of this request. If the server accepts only certain keys
    /// (Auth:Keys), they are masked, and the list needs the token of the control plane (Control:Token); without one it gets 403.
    /// </remarks>
    [HttpGet(Name = "ListWorkspaces")]
    [ProducesResponseType<WorkspaceList>(StatusCodes.Status200OK)]
    public async Task<IActionResult> List([FromQuery] int limit = Page.Most, [FromQuery] string? after = null, [FromQuery] string? before = null, [FromQuery] string? order = null)
    {
        var page = Page.Of(limit, after, before, order);
        var masked = keys.AllKeys.Count > 0;
        if (masked && string.IsNullOrEmpty(control.Token))
        {
            throw ErrorCatalog.Forbidden("This server accepts only the keys of Auth:Keys and its tenants. Set Control:Token to list the workspaces.");
        }

        var (workspaces, next) = page.OfPlaces(await catalog.ListAsync(Workspace, masked).ConfigureAwait(false), 0, _ => true);
        return Answer(new WorkspaceList([.. workspaces.Select(workspace => workspace.Value)], next));
    }

    /// <summary>Copy a workspace</summary>
    /// <remarks>Copies a prepared workspace to a new key, so that each test has its own. If the server accepts only certain keys, give one of them.</remarks>
    [HttpPost(Name = "ForkWorkspace")]
    [ProducesResponseType<ForkView>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Fork([FromBody] ForkRequest request)
    {
        var source = request.From is null ? Workspace.Archive() : await catalog.ArchiveAsync(request.From).ConfigureAwait(false) ?? throw ErrorCatalog.Impossible("from", "from: there is no workspace with this key, or it is empty.");
        var key = string.IsNullOrWhiteSpace(request.Key) ? "ws-" + RandomNumberGenerator.GetString(Letters, 16) : request.Key;
        if (!key.All(letter => letter is >= ' ' and <= '~') || key.Trim().Length < key.Length)
        {
            throw ErrorCatalog.Impossible("key", "key: use ASCII characters without control characters, and no blank at its begin or end, because clients send it as the header x-api-key.");
        }

        if (keys.AllKeys.Count > 0 && !keys.AllKeys.Contains(key))
        {
            throw ErrorCatalog.Conflict("key", "This server accepts only the keys of Auth:Keys and of its tenants; give one of them as key.");
        }

        if (key.Length > ApiKeyMiddleware.LongestKey || open.FindKept(key) is not null)
        {
            throw ErrorCatalog.Conflict("key", $"key: this key is in use, or longer than {ApiKeyMiddleware.LongestKey} characters.");
        }

        var fork = await directory.CreateAsync(key).ConfigureAwait(false) ?? throw ErrorCatalog.Conflict("key", "key: this key is in use.");
        try
        {
            await snapshots.RestoreAsync(fork, source).ConfigureAwait(false);
            return Answer(new ForkView(key, views.Of(fork)));
        }
        catch
        {
            await directory.ForgetAsync(fork).ConfigureAwait(false);
            throw;
        }
        finally
        {
            fork.Uses.End();
        }
    }

    /// <summary>Remove a workspace</summary>
    /// <remarks>
    /// Removes everything this key has: the workspace, its snapshots, its timers and its pushes. After the response no earlier push can arrive any more,
    /// and the key does not count towards Limits:MaxWorkspaces until something changes under it again.
    /// </remarks>
    [HttpDelete("current", Name = "ForgetWorkspace")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public async Task<IActionResult> Forget()
    {
        await directory.ForgetAsync(Workspace).ConfigureAwait(false);
        memory.RecheckAfterRemoval();
        return new NoContentResult();
    }
}
