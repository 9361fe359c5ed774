using MockMessaging.State;
using MockMessaging.Workspaces;

namespace MockMessaging.Control;

/// <summary>Waits, without polling, until a workspace has what is looked for.</summary>
internal static class Waiting
{
    /// <returns>The first result of <paramref name="look"/> that is not null; null if the time is up before.</returns>
    public static async Task<T?> ForAsync<T>(Workspace workspace, Func<WorkspaceState, T?> look, TimeSpan timeout, CancellationToken cancelled)
        where T : class
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        limit.CancelAfter(timeout);
        try
        {
            while (true)
            {
                var changed = workspace.Changes.Next;
                if (workspace.Read(look) is { } found)
                {
                    return found;
                }

                await changed.WaitAsync(limit.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (!cancelled.IsCancellationRequested)
        {
            return null;
        }
    }
}
