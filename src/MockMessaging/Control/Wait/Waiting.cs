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

/// <summary>It has not come in time.</summary>
/// <param name="Title">Request Timeout.</param>
/// <param name="Status">408.</param>
/// <param name="Detail">What was waited for, and what may help.</param>
/// <param name="Now">What the workspace's clock shows.</param>
/// <param name="Pending">What has still to happen, and when it is due.</param>
public sealed record WaitProblem(string Title, int Status, string Detail, DateTimeOffset Now, IReadOnlyList<PendingItem> Pending);
