using MockMessaging.Workspaces;

namespace MockMessaging.Http;

/// <summary>Finds the workspace of a call that was answered before its key was looked at, or although it is refused.</summary>
internal interface IWorkspaceOfCall
{
    /// <summary>The workspace of the key the call gives; null if it gives none that may be used.</summary>
    ValueTask<Workspace?> FindAsync(HttpContext context);
}
