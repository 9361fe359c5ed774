using MockMessaging.Webhooks;
using MockMessaging.Workspaces;

namespace MockMessaging.Cluster.Ownership;

/// <summary>Joins the cluster when the server starts, and hands the workspaces over before it stops.</summary>
internal sealed class Handover(
    ClusterStore cluster, OwnedKeys owned, WorkspaceDirectory directory, OpenWorkspaces open, PushQueues pushes, ClusterInstruments instruments, TimeProvider time) : IHostedLifecycleService
{
    /// <summary>For pushes under way. Whoever calls meanwhile is told to try again.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How long it refuses requests before it stops listening: a load balancer that looks every second notices that it is not ready, and clients get a response
    /// that closes their connection, instead of a connection that is closed while they send. Other replicas notice by the end of the lease.
    /// </summary>
    private static readonly TimeSpan Leaving = TimeSpan.FromSeconds(1.5);

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
        var left = Task.Delay(Leaving, time, cancellationToken);
        await pushes.FinishAsync(Grace).ConfigureAwait(false);
        await owned.GiveBackAllAsync(inOrder: true, "This replica is stopping. Try again.").ConfigureAwait(false);
        await cluster.Stores.Lease.EndAsync().ConfigureAwait(false);
        await Task.WhenAll(left, Task.Delay(cluster.Stores.Lease.NoticedAfter, time, cancellationToken)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
