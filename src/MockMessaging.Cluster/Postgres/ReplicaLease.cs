using System.Diagnostics;
using Npgsql;

namespace MockMessaging.Cluster.Postgres;

/// <summary>
/// The right of this replica to use its workspaces, for a short time that is renewed again and again. It counts by the monotonic clock from
/// before the renewal was sent, and is a margin shorter than in the database: it ends here before another replica may take a workspace.
/// </summary>
internal sealed class ReplicaLease : IAsyncDisposable
{
    /// <summary>The part of the lease that is not used, against clocks of different speed.</summary>
    private const double Margin = 0.15;
    private const int RenewalsInALease = 4;
    private const int RenewalsUntilNoticed = 2;
    private const int AttemptsInALease = 20;

    private readonly LeaseRow _row;
    private readonly OwnedWorkspaces _owned;
    private readonly TimeSpan _length;
    private readonly ILogger _log;
    private readonly ManualResetEvent _stopping = new(false);
    private readonly Thread _renewing;
    private readonly Timer _expiry;
    private readonly Lock _reporting = new();
    private long _validUntil;
    private bool _reported;
    private volatile string? _failure;
    private int _isEnded;

    private ReplicaLease(Guid id, string address, ClusterOptions options, OwnedWorkspaces owned, ILogger log)
    {
        (Id, Address, _owned, _log) = (id, address, owned, log);
        _length = TimeSpan.FromMilliseconds(options.LeaseMilliseconds);
        _row = new LeaseRow(id, address, options);
        _expiry = new Timer(_ => Report(), null, Timeout.Infinite, Timeout.Infinite);

        // Not a task: work that fills the thread pool must not make a renewal late.
        _renewing = new Thread(Run) { IsBackground = true, Name = "lease" };
    }

    /// <summary>With true when the lease is valid, with false when it has run out. A handler must be quick. It is late for decisions: use <see cref="IsValid"/>.</summary>
    public event Action<bool>? Changed;

    public Guid Id { get; }

    /// <summary>Where other replicas reach this one: host and port.</summary>
    public string Address { get; }

    /// <summary>The replicas with a valid lease.</summary>
    public LiveReplicas Others { get; } = new();

    /// <summary>By then every other replica that does not hang has noticed that this lease has ended.</summary>
    public TimeSpan NoticedAfter => _length / RenewalsInALease * RenewalsUntilNoticed;

    /// <summary>True if no other replica can have taken a workspace of this one that is not known as lost.</summary>
    public bool IsValid => Stopwatch.GetTimestamp() < Volatile.Read(ref _validUntil);

    /// <summary>Why the workspaces cannot be used for now; null while the lease is valid.</summary>
    public string? Refusal => IsValid
        ? null
        : $"This replica has not reached the database (Cluster:Database) for {_length.TotalMilliseconds * (1 - Margin):0} ms{(_failure is { } failure ? $": {failure}" : "")}. It goes on once the database can be reached.";

    public static async Task<ReplicaLease> OpenAsync(Guid id, string address, ClusterOptions options, OwnedWorkspaces owned, ILogger log)
    {
        var lease = new ReplicaLease(id, address, options, owned, log);
        await Task.Run(() =>
        {
            var sent = Stopwatch.GetTimestamp();
            lease._row.Begin();
            lease.Extend(sent);
        }).ConfigureAwait(false);
        lease._renewing.Start();
        return lease;
    }

    /// <summary>Ends it at once, so that no replica waits for its end. Once no workspace is owned any more, the others know that this replica leaves in order.</summary>
    public async Task EndAsync()
    {
        if (Interlocked.Exchange(ref _isEnded, 1) == 1)
        {
            return;
        }

        _stopping.Set();
        await Task.Run(_renewing.Join).ConfigureAwait(false);
        lock (_reporting)
        {
            Volatile.Write(ref _validUntil, 0);
        }

        await _expiry.DisposeAsync().ConfigureAwait(false);
        await Task.Run(End).ConfigureAwait(false);
        _stopping.Dispose();
    }

    public ValueTask DisposeAsync() => new(EndAsync());

    private void End()
    {
        try
        {
            _row.End();
        }
        catch (Exception failure) when (failure is NpgsqlException or InvalidOperationException)
        {
            _log.LogWarning("The lease of this replica could not be ended, so it runs out by itself: {Reason}", Database.Reason(failure));
        }

        _row.Dispose();
    }

    private void Run()
    {
        TimeSpan pause;
        do
        {
            try
            {
                Renew();
                _failure = null;
                pause = _length / RenewalsInALease;
            }
            catch (Exception failure) when (failure is NpgsqlException or InvalidOperationException or IOException)
            {
                _row.Disconnect();
                _failure = Database.Reason(failure);
                pause = _length / AttemptsInALease;
            }
        }
        while (!_stopping.WaitOne(pause));
    }

    private void Renew()
    {
        var sent = Stopwatch.GetTimestamp();
        if (!_row.Renew())
        {
            var stores = _owned.BeginTerm();
            sent = Stopwatch.GetTimestamp();
            var owned = _row.TakeAnew();
            foreach (var store in stores.Where(store => !owned.TryGetValue(store.Number, out var epoch) || epoch != store.Epoch))
            {
                store.Lose();
            }
        }

        Extend(sent);
        Others.Update(_row.Addresses());
    }

    private void Extend(long sent)
    {
        Volatile.Write(ref _validUntil, sent + (long)(_length.TotalSeconds * (1 - Margin) * Stopwatch.Frequency));
        Report();
    }

    /// <summary>Says what has changed, and looks again at the end of the lease.</summary>
    private void Report()
    {
        lock (_reporting)
        {
            var isValid = IsValid;
            if (isValid != _reported)
            {
                _reported = isValid;
                Log(isValid);
                Changed?.Invoke(isValid);
            }

            if (isValid)
            {
                var left = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), Volatile.Read(ref _validUntil));
                _expiry.Change(left > TimeSpan.Zero ? left + TimeSpan.FromMilliseconds(1) : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
            }
        }
    }

    private void Log(bool isValid)
    {
        if (isValid)
        {
            _log.LogInformation("This replica ({Address}) may use its workspaces.", Address);
        }
        else
        {
            _log.LogWarning("{Refusal}", Refusal);
        }
    }
}
