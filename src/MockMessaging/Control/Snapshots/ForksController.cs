using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;
using MockMessaging.Authentication;
using MockMessaging.Errors;
using MockMessaging.Limits;
using MockMessaging.State;
using MockMessaging.Workspaces;

namespace MockMessaging.Control;

/// <summary>Workspaces made from others.</summary>
[Tags("Workspace")]
[Route("_sandbox/workspaces")]
internal sealed class ForksController(WorkspaceDirectory directory, Snapshots snapshots, TenantGate keys, MemoryGuard memory) : SandboxController
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz0123456789";

    /// <summary>Fork a workspace</summary>
    /// <remarks>Copies all that a prepared workspace holds under a fresh key, so that each test has its own. Where keys are restricted, give one of them.</remarks>
    /// <param name="request">What to copy, and under which key.</param>
    [HttpPost(Name = "ForkWorkspace")]
    [ProducesResponseType<ForkView>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Fork([FromBody] ForkRequest request)
    {
        var source = request.From is null ? Workspace : await FindAsync(request.From).ConfigureAwait(false) ?? throw ErrorCatalog.Impossible("from", "from: no workspace of that key holds anything.");
        var key = string.IsNullOrWhiteSpace(request.Key) ? "ws-" + RandomNumberGenerator.GetString(Letters, 16) : request.Key;
        if (keys.AllKeys.Count > 0 && !keys.AllKeys.Contains(key))
        {
            throw ErrorCatalog.Conflict("key", "This server lets in the keys of Auth:Keys and its tenants only; give one of them as key.");
        }

        if (key.Length > ApiKeyMiddleware.LongestKey || directory.Find(key) is not null)
        {
            throw ErrorCatalog.Conflict("key", $"key: it is in use, or longer than {ApiKeyMiddleware.LongestKey} characters.");
        }

        source.Read(state =>
        {
            CapacityCheck.EnsureAll(state);
            return true;
        });
        var fork = await directory.CreateAsync(key).ConfigureAwait(false) ?? throw ErrorCatalog.Conflict("key", "key: it is in use.");
        try
        {
            await snapshots.RestoreAsync(fork, source.Archive()).ConfigureAwait(false);
            return Answer(new ForkView(key, WorkspaceView.Of(fork)));
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

    /// <summary>Give a key back</summary>
    /// <remarks>
    /// Forgets all that is known of the key: the workspace, its snapshots, what is due and what is being pushed. When it answers, nothing of before
    /// can arrive any more, and the key does not count against Limits:MaxWorkspaces until something is changed under it again.
    /// </remarks>
    [HttpDelete("current", Name = "ForgetWorkspace")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public async Task<IActionResult> Forget()
    {
        await directory.ForgetAsync(Workspace).ConfigureAwait(false);
        memory.MadeRoom();
        return new NoContentResult();
    }

    /// <summary>The workspace of a key that holds something, as that of the examples does from the start.</summary>
    private async ValueTask<Workspace?> FindAsync(string key)
    {
        if (key != ExampleConversations.Key)
        {
            return directory.Find(key);
        }

        var examples = await directory.OpenAsync(key).ConfigureAwait(false);
        examples.Uses.End();
        return examples;
    }
}
