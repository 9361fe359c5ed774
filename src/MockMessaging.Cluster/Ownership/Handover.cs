using MockMessaging.Webhooks;
using MockMessaging.Workspaces;

namespace MockMessaging.Cluster.Ownership;

/// <summary>Joins the cluster when the server starts, and hands the workspaces over before it stops.</summary>
internal sealed class Handover(
    ClusterStore cluster, OwnedKeys owned, WorkspaceDirectory directory, OpenWorkspaces open, PushQueues pushes, ClusterInstruments instruments) : IHostedLifecycleService
{
    /// <summary>For pushes under way. Whoever calls meanwhile is told to try again.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        instruments.Watch(() => owned.Count, () => cluster.Stores.Lease.IsValid);
        open.Dropped += key => _ = owned.GiveBackAsync(key, "This workspace was empty and unused, so it was closed. Try again.");

        // Orleans has joined by now: its service starts first.
        directory.EndRestore(null);
        return Task.CompletedTask;
    }

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        owned.StopTaking();
        await pushes.FinishAsync(Grace).ConfigureAwait(false);
        await owned.GiveBackAllAsync(inOrder: true, "This replica is stopping. Try again.").ConfigureAwait(false);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
