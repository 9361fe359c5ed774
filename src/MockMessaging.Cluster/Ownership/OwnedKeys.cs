using System.Collections.Concurrent;
using MockMessaging.Cluster.Postgres;
using MockMessaging.Http;
using MockMessaging.State;
using MockMessaging.Storage;
using MockMessaging.Workspaces;

namespace MockMessaging.Cluster.Ownership;

/// <summary>
/// The keys that this replica owns. It takes a key over before it opens its workspace from the database, and gives it back after it has closed it, so
/// that no two replicas ever use it.
/// </summary>
internal sealed class OwnedKeys(
    ClusterStore cluster, WorkspaceServices services, OpenWorkspaces open, StoredWorkspaces stored, Snapshots snapshots, ClusterInstruments instruments, TimeProvider time, ILogger<OwnedKeys> log)
{
    private const int Turns = 256;

    /// <summary>A key that is being given back keeps its turn as long as the database cannot be reached.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    /// <summary>Long enough that another replica opens it, and short enough that one comes back whose newer records were removed.</summary>
    private static readonly TimeSpan LeftToOthers = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, OwnedKey> _owned = new(StringComparer.Ordinal);

    /// <summary>Keys with records of a newer version, and when they were found.</summary>
    private readonly ConcurrentDictionary<string, long> _newer = new(StringComparer.Ordinal);

    private readonly LogThrottle _newerLines = new(time);

    /// <summary>A key is taken, opened and given back by one caller at a time. Keys share the turns by their hash.</summary>
    private readonly SemaphoreSlim[] _turns = [.. Enumerable.Range(0, Turns).Select(static _ => new SemaphoreSlim(1))];

    private volatile bool _isLeaving;

    /// <summary>Host and port by which other replicas reach this one.</summary>
    public string Address => cluster.Address;

    /// <summary>True if this replica stops, so that it takes no key any more.</summary>
    public bool IsLeaving => _isLeaving;

    public int Count => _owned.Count;

    /// <summary>In no order.</summary>
    public IEnumerable<string> Keys => _owned.Keys;

    /// <summary>True once its workspace is open here.</summary>
    public bool Has(string key) => _owned.ContainsKey(key);

    /// <summary>The records of a key; null if this replica does not own it.</summary>
    public PostgresWorkspaceStore? StoreOf(string key) => _owned.GetValueOrDefault(key)?.Store;

    /// <summary>What a workspace of a key is made with; null if this replica does not own it.</summary>
    public WorkspaceServices? ServicesOf(string key) => _owned.GetValueOrDefault(key)?.Services;

    /// <summary>Makes this replica the owner of a key unless another one is, and puts back what is stored of it.</summary>
    /// <returns>Host and port of the owner, which may have ended while its lease still runs.</returns>
    /// <exception cref="StoreBusyException">This replica stops, or cannot use the database at present.</exception>
    public async Task<string> TakeAsync(string key)
    {
        if (Has(key))
        {
            return Address;
        }

        using var turn = await TurnAsync(key, Patience).ConfigureAwait(false);
        if (Has(key))
        {
            return Address;
        }

        if (_newer.TryGetValue(key, out var at) && time.GetElapsedTime(at) < LeftToOthers)
        {
            throw Newer();
        }

        if (_isLeaving)
        {
            throw new StoreBusyException("This replica is stopping. Try again.");
        }

        var taken = await cluster.Stores.TakeOverAsync(key, CancellationToken.None).ConfigureAwait(false);
        if (taken.Store is not { } store)
        {
            return taken.Owner!.Address;
        }

        await OpenAsync(key, store).ConfigureAwait(false);
        return Address;
    }

    /// <summary>Closes the workspace of a key, and lets other replicas have it.</summary>
    /// <param name="reason">What those are told who still use it.</param>
    public async Task GiveBackAsync(string key, string reason)
    {
        using var turn = await TurnAsync(key, Timeout.InfiniteTimeSpan).ConfigureAwait(false);
        if (!_owned.TryRemove(key, out var owned))
        {
            return;
        }

        DateTimeOffset? nextDue = null;
        if (open.Find(key) is { } workspace)
        {
            (nextDue, var pushesEnded) = workspace.Close(reason);
            open.GiveUp(workspace);
            snapshots.GiveUp(workspace);
            await pushesEnded.ConfigureAwait(false);
        }

        try
        {
            await owned.Store.ReleaseAsync(nextDue).ConfigureAwait(false);
        }
        catch (StoreBusyException refused)
        {
            log.LogWarning("Workspace {Workspace} could not be given back: {Reason}", Workspace.Masked(key), refused.Message);
        }
    }

    /// <summary>From now on it takes no key any more.</summary>
    public void StopTaking() => _isLeaving = true;

    /// <param name="inOrder">False if the database cannot be reached: requests that wait for a commit end at once with the reason; the commits are still tried.</param>
    public Task GiveBackAllAsync(bool inOrder, string reason)
    {
        foreach (var (_, key) in inOrder ? [] : _owned)
        {
            key.Store.EndWaits(reason);
        }

        return Task.WhenAll(_owned.Keys.Select(key => GiveBackAsync(key, reason)));
    }

    private static StoreBusyException Newer() => new("A newer version of this server wrote this workspace, so this replica leaves it to others. Try again.");

    private async Task OpenAsync(string key, PostgresWorkspaceStore store)
    {
        var owned = new OwnedKey(store, services.WithStore(store));
        try
        {
            // On another thread, since it waits for the database.
            await Task.Run(() => stored.PutBack(owned.Services, CancellationToken.None)).ConfigureAwait(false);
        }
        catch (NewerRecordException newer)
        {
            if (_newerLines.Allows(out var suppressed))
            {
                log.LogWarning("Workspace {Workspace} is left to replicas of a newer version: {Reason} {More} more since the last line.", Workspace.Masked(key), newer.Reason, suppressed);
            }

            await store.DisposeAsync().ConfigureAwait(false);
            _newer[key] = time.GetTimestamp();
            throw Newer();
        }
        catch
        {
            await store.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        _owned[key] = owned;
        instruments.Taken(store.WasKilled);
        store.Lost.Register(() => _ = GiveBackAsync(key, "Another replica has taken this workspace. Try again."));
    }

    private async Task<Turn> TurnAsync(string key, TimeSpan patience)
    {
        var turn = _turns[(uint)key.GetHashCode(StringComparison.Ordinal) % Turns];
        return await turn.WaitAsync(patience).ConfigureAwait(false) ? new Turn(turn) : throw new StoreBusyException("This workspace is still being given back or opened. Try again.");
    }

    private sealed record OwnedKey(PostgresWorkspaceStore Store, WorkspaceServices Services);

    private readonly struct Turn(SemaphoreSlim semaphore) : IDisposable
    {
        public void Dispose() => semaphore.Release();
    }
}
