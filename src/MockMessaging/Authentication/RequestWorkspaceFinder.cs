using MockMessaging.Errors;
using MockMessaging.Http;
using MockMessaging.Limits;
using MockMessaging.Storage;
using MockMessaging.Workspaces;

namespace MockMessaging.Authentication;

/// <summary>For the journal: finds the workspace of a request that ended before its key was checked.</summary>
internal sealed class RequestWorkspaceFinder(WorkspaceDirectory directory, OpenWorkspaces open, TenantGate tenants) : IRequestWorkspaceFinder
{
    public async ValueTask<Workspace?> FindAsync(HttpContext context)
    {
        if (!directory.Restored.IsCompletedSuccessfully || tenants.AcceptedKey(context.Request) is not { } key)
        {
            return null;
        }

        if (context.Response.StatusCode == StatusCodes.Status503ServiceUnavailable)
        {
            // A full server must not open a new workspace.
            return open.FindKept(key);
        }

        try
        {
            return await directory.OpenAsync(key).ConfigureAwait(false);
        }
        catch (Exception full) when (full is ApiException or TooManyWorkspacesException or StoreBusyException or StoreUnusableException)
        {
            return null;
        }
    }
}
