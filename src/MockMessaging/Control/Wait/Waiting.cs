using MockMessaging.State;
using MockMessaging.Workspaces;

namespace MockMessaging.Control;

/// <summary>Waits for a workspace to come to a state, woken by its changes.</summary>
internal static class Waiting
{
    /// <summary>What is looked for as soon as it is there; nothing when the time is up first.</summary>
    public static async Task<T?> ForAsync<T>(Workspace workspace, Func<WorkspaceState, T?> look, TimeSpan timeout, CancellationToken cancelled)
        where T : class
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        patience.CancelAfter(timeout);
        try
        {
            while (true)
            {
                var changed = workspace.Changes.Next;
                if (workspace.Read(look) is { } found)
                {
                    return found;
                }

                await changed.WaitAsync(patience.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (!cancelled.IsCancellationRequested)
        {
            return null;
        }
    }
}
