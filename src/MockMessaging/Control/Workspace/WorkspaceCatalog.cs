using MockMessaging.Persistence;
using MockMessaging.State;
using MockMessaging.Workspaces;

namespace MockMessaging.Control;

/// <summary>The workspaces of all keys: those of this server, or those of all servers that are one sandbox.</summary>
internal interface IWorkspaceCatalog
{
    /// <summary>Those in which something was changed, in the order in which they were first changed, and the one of the request.</summary>
    ValueTask<IReadOnlyList<Lazy<WorkspaceSummary>>> ListAsync(Workspace current, bool masked);

    /// <summary>A copy of the workspace of a key; null if it is empty.</summary>
    ValueTask<Archive?> ArchiveAsync(string key);
}

/// <summary>Those of this server.</summary>
internal sealed class WorkspaceCatalog(WorkspaceDirectory directory, OpenWorkspaces open) : IWorkspaceCatalog
{
    public ValueTask<IReadOnlyList<Lazy<WorkspaceSummary>>> ListAsync(Workspace current, bool masked)
    {
        // A new workspace comes after all that were changed before.
        var known = open.All.Where(workspace => workspace.IsKept || workspace == current).OrderBy(static workspace => workspace.IsKept ? workspace.StoreId : long.MaxValue);
        return ValueTask.FromResult<IReadOnlyList<Lazy<WorkspaceSummary>>>(
            [.. known.Select(workspace => new Lazy<WorkspaceSummary>(() => WorkspaceSummary.Of(workspace, masked, workspace == current)))]);
    }

    public async ValueTask<Archive?> ArchiveAsync(string key)
    {
        if (key != ExampleConversations.Key)
        {
            return open.FindKept(key)?.Archive();
        }

        // The one of the examples is never empty, and is opened for this.
        var examples = await directory.OpenAsync(key).ConfigureAwait(false);
        try
        {
            return examples.Archive();
        }
        finally
        {
            examples.Uses.End();
        }
    }
}
