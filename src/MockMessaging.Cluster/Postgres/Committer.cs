using System.Diagnostics;
using MockMessaging.Storage;
using Npgsql;

namespace MockMessaging.Cluster.Postgres;

/// <summary>
/// Writes the changes of all workspaces of this replica: gathers them for a moment, and commits them in one transaction. Several commits may be under
/// way, but a workspace is only in one, so that its changes keep their order.
/// </summary>
internal sealed class Committer : IAsyncDisposable
{
    private const int MostUnderWay = 3;

    private readonly NpgsqlDataSource _source;
    private readonly StorageOptions _options;
    private readonly TimeSpan _gathering;
    private readonly CommitRetry _retry;
    private readonly ILogger _log;
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _work = new(0);
    private readonly SemaphoreSlim _free = new(MostUnderWay);
    private readonly HashSet<PostgresWorkspaceStore> _underWay = [];
    private readonly Task _running;
    private HashSet<PostgresWorkspaceStore> _changed = [];
    private bool _isAwaited;
    private long _began;
    private int _waiting;
    private bool _isStopping;

    public Committer(NpgsqlDataSource source, StorageOptions options, CommitRetry retry, ILogger log)
    {
        (_source, _options, _retry, _log) = (source, options, retry, log);

        // The other half of the window is for the commit itself.
        _gathering = TimeSpan.FromMilliseconds(options.CommitWindowMilliseconds) / 2;
        _running = Task.Run(RunAsync);
    }

    /// <summary>How many changed records of all workspaces wait for the database.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    public void Count(int changes) => Interlocked.Add(ref _waiting, changes);

    /// <exception cref="StoreBusyException">Too many changes wait.</exception>
    public void EnsureCapacity()
    {
        if (Waiting >= _options.MaxWaiting)
        {
            throw new StoreBusyException($"More than {_options.MaxWaiting} changes wait for the database (Storage:MaxWaiting).");
        }
    }

    /// <summary>The workspace has changes for the next commit. If it is in one already, they come after that.</summary>
    public void Add(PostgresWorkspaceStore store, bool isAwaited)
    {
        bool wakes;
        lock (_gate)
        {
            if (_underWay.Contains(store))
            {
                return;
            }

            wakes = _changed.Count == 0 || (isAwaited && !_isAwaited);
            _began = _changed.Count == 0 ? Stopwatch.GetTimestamp() : _began;
            _changed.Add(store);
            _isAwaited |= isAwaited;
        }

        if (wakes)
        {
            _work.Release();
        }
    }

    /// <summary>Ends once what was added is committed, or given up.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            _isStopping = true;
        }

        _work.Release();
        await _running.ConfigureAwait(false);
        _work.Dispose();
        _free.Dispose();
    }

    private async Task RunAsync()
    {
        while (true)
        {
            var wait = TimeToGather();
            if (wait is null)
            {
                break;
            }

            if (wait != TimeSpan.Zero)
            {
                await _work.WaitAsync(wait.Value).ConfigureAwait(false);
                continue;
            }

            await _free.WaitAsync().ConfigureAwait(false);
            _ = CommitAsync(TakeChanged());
        }

        for (var ended = 0; ended < MostUnderWay; ended++)
        {
            await _free.WaitAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Until the next commit; null after the last one.</summary>
    private TimeSpan? TimeToGather()
    {
        lock (_gate)
        {
            if (_changed.Count == 0)
            {
                return !_isStopping ? Timeout.InfiniteTimeSpan : _underWay.Count == 0 ? null : Timeout.InfiniteTimeSpan;
            }

            var left = _isAwaited || _isStopping ? TimeSpan.Zero : _gathering - Stopwatch.GetElapsedTime(_began);
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    private HashSet<PostgresWorkspaceStore> TakeChanged()
    {
        lock (_gate)
        {
            var changed = _changed;
            _changed = [];
            _isAwaited = false;
            _underWay.UnionWith(changed);
            return changed;
        }
    }

    private async Task CommitAsync(HashSet<PostgresWorkspaceStore> stores)
    {
        var commits = stores.Select(static store => store.BeginCommit()).OfType<WorkspaceCommit>().ToList();
        if (commits.Count > 0)
        {
            await WriteAsync(commits).ConfigureAwait(false);
        }

        lock (_gate)
        {
            _underWay.ExceptWith(stores);
        }

        // What came meanwhile was not added, because the workspace was under way.
        foreach (var store in stores)
        {
            if (store.NextCommitIsAwaited is { } isAwaited)
            {
                Add(store, isAwaited);
            }
        }

        _work.Release();
        _free.Release();
    }

    private async Task WriteAsync(List<WorkspaceCommit> commits)
    {
        try
        {
            var statements = new CommitStatements(commits);
            var written = await _retry.RunAsync(cancelled => statements.ExecuteAsync(_source, cancelled)).ConfigureAwait(false);
            foreach (var commit in commits)
            {
                if (!written.TryGetValue(commit.Store.Number, out var removed))
                {
                    commit.Store.Lose();
                }

                commit.Store.EndCommit(commit, isRemovalComplete: removed < CommitStatements.MostRemoved);
            }
        }
        catch (StoreBusyException stopped)
        {
            GiveUp(commits, stopped.Message);
        }
        catch (Exception failure)
        {
            _log.LogError(failure, "{Count} workspaces cannot be stored any more, and are refused from now on.", commits.Count);
            GiveUp(commits, $"The changes of this workspace cannot be stored: {Database.Reason(failure)}.");
        }
    }

    private static void GiveUp(List<WorkspaceCommit> commits, string reason)
    {
        foreach (var commit in commits)
        {
            commit.Store.GiveUp(reason);
            commit.Store.EndCommit(commit, isRemovalComplete: false);
        }
    }
}
