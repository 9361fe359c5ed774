using MockMessaging.Storage;
using Npgsql;

namespace MockMessaging.Cluster.Ownership;

/// <summary>
/// Opens workspaces in which something is due and which no replica owns, because their owner has ended: nobody may call, and their timers must fire. Also
/// gives all workspaces back when the lease of this replica has run out, so that each is opened anew from what the database holds.
/// </summary>
internal sealed class Keeper(ClusterStore cluster, OwnedKeys owned, KeyOwners owners, TimeProvider time, ILogger<Keeper> log) : BackgroundService
{
    private const int AtOnce = 100;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        cluster.Stores.Lease.Changed += OnLeaseChanged;
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!owned.IsLeaving && !stoppingToken.IsCancellationRequested)
        {
            await OpenOrphansAsync().ConfigureAwait(false);
            await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task OpenOrphansAsync()
    {
        try
        {
            // In another order on each replica, so that they share the work.
            string[] orphans = [.. await cluster.Stores.OrphansAsync(AtOnce).ConfigureAwait(false)];
            Random.Shared.Shuffle(orphans);
            foreach (var key in orphans)
            {
                await owners.FindAsync(key).ConfigureAwait(false);
            }
        }
        catch (Exception failure) when (failure is NpgsqlException or StoreBusyException or StoreUnusableException or OrleansException or TimeoutException)
        {
            log.LogDebug(failure, "Workspaces without an owner could not be opened; that is tried again.");
        }
    }

    private void OnLeaseChanged(bool isValid)
    {
        if (!isValid)
        {
            _ = owned.GiveBackAllAsync(inOrder: false, "This replica could not reach the database, so the request may or may not have taken effect. Look before you send it again.");
        }
    }
}
