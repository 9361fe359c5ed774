using System.Collections.Concurrent;
using System.Net;
using MockMessaging.Cluster.Forwarding;
using MockMessaging.Errors;
using MockMessaging.Storage;
using MockMessaging.Workspaces;

namespace MockMessaging.Cluster.Ownership;

/// <summary>Finds the replica that owns a key. What other replicas own is remembered until one of them denies it or cannot be reached.</summary>
internal sealed class KeyOwners(OwnedKeys owned, IGrainFactory grains, ClusterStore cluster, InnerClient inner) : IWorkspaceOwnership
{
    private const int MostRemembered = 100_000;

    private readonly ConcurrentDictionary<string, string> _elsewhere = new(StringComparer.Ordinal);

    /// <summary>Host and port of the owner; this replica becomes it if the key has none.</summary>
    /// <exception cref="StoreBusyException">The cluster cannot say at present.</exception>
    public async ValueTask<string> FindAsync(string key)
    {
        if (owned.Has(key))
        {
            return owned.Address;
        }

        if (_elsewhere.TryGetValue(key, out var known))
        {
            if (cluster.Stores.Lease.Others.IsLive(known))
            {
                return known;
            }

            return await FindAnewAsync(key).ConfigureAwait(false);
        }

        return Remembered(key, await AskAsync(key).ConfigureAwait(false));
    }

    /// <summary>
    /// The same when the replica that was the owner cannot be reached. Orleans may not have noticed that it has ended; the database knows best, and lets this one
    /// have the key once the other's lease is over.
    /// </summary>
    public async ValueTask<string> FindAnewAsync(string key)
    {
        Forget(key);
        return Remembered(key, await owned.TakeAsync(key).ConfigureAwait(false));
    }

    /// <summary>The owner that was known denies it.</summary>
    public void Forget(string key) => _elsewhere.TryRemove(key, out _);

    async ValueTask<WorkspaceServices> IWorkspaceOwnership.OwnAsync(string key)
    {
        var owner = await FindAsync(key).ConfigureAwait(false);
        if (owner != owned.Address)
        {
            await AskToReleaseAsync(owner, key).ConfigureAwait(false);
            Forget(key);
            await owned.TakeAsync(key).ConfigureAwait(false);
        }

        return owned.ServicesOf(key) ?? throw new StoreBusyException("Another replica has just taken this workspace. Try again.");
    }

    /// <summary>A request of another key wants a workspace under this one: only if nothing was changed there.</summary>
    private async Task AskToReleaseAsync(string owner, string key)
    {
        try
        {
            using var response = await inner.SendAsync(HttpMethod.Post, owner, InnerProtocol.Release, key, CancellationToken.None).ConfigureAwait(false);
            if (response.StatusCode == HttpStatusCode.Conflict)
            {
                throw ErrorCatalog.Conflict("key", "key: this key is in use.");
            }
        }
        catch (HttpRequestException)
        {
            throw new StoreBusyException("The replica that owns this workspace cannot be reached. Try again.");
        }
    }

    private async Task<string> AskAsync(string key)
    {
        string? owner = null;
        try
        {
            owner = await grains.GetGrain<IKeyGrain>(KeyGrain.IdOf(key)).OwnerAsync(key).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is OrleansException or TimeoutException or OperationCanceledException)
        {
            // Orleans has not noticed yet that a replica has ended, or was too slow to find a place.
        }

        return owner ?? await owned.TakeAsync(key).ConfigureAwait(false);
    }

    private string Remembered(string key, string owner)
    {
        if (owner != owned.Address)
        {
            if (_elsewhere.Count >= MostRemembered)
            {
                _elsewhere.Clear();
            }

            _elsewhere[key] = owner;
        }

        return owner;
    }
}
