using MockMessaging.Storage;

namespace MockMessaging.Workspaces;

/// <summary>Decides whether this server may open a workspace that is not in its memory.</summary>
internal interface IWorkspaceOwnership
{
    /// <summary>
    /// Makes this server the owner of a key. If something is stored of it that is not in memory yet, it is put back into the directory.
    /// </summary>
    /// <returns>What a fresh workspace of that key is made with.</returns>
    /// <exception cref="StoreBusyException">Another server owns it, or nothing can be opened at present.</exception>
    ValueTask<WorkspaceServices> OwnAsync(string key);
}

/// <summary>A single server owns every key, and has put everything back when it lets the first request in.</summary>
internal sealed class SoleOwner(WorkspaceServices services) : IWorkspaceOwnership
{
    public ValueTask<WorkspaceServices> OwnAsync(string key) => ValueTask.FromResult(services);
}
