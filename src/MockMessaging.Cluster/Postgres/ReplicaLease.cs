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
    private const int AttemptsInALease = 20;

    private readonly string _connectionString;
    private readonly OwnedWorkspaces _owned;
    private readonly TimeSpan _length;
    private readonly ILogger _log;
    private readonly ManualResetEvent _stopping = new(false);
    private readonly Thread _renewing;
    private readonly Timer _expiry;
    private readonly Lock _reporting = new();
    private NpgsqlConnection? _connection;
    private long _validUntil;
    private bool _reported;
    private volatile string? _failure;

    private ReplicaLease(Guid id, string address, ClusterOptions options, OwnedWorkspaces owned, ILogger log)
    {
        (Id, Address, _owned, _log) = (id, address, owned, log);
        _length = TimeSpan.FromMilliseconds(options.LeaseMilliseconds);

        // A connection of its own: no other work makes a renewal wait.
        var connection = Database.WithTimeouts(new NpgsqlConnectionStringBuilder(options.Database) { Pooling = false }, options);
        connection.CommandTimeout = connection.Timeout;
        _connectionString = connection.ConnectionString;
        _expiry = new Timer(_ => Report(), null, Timeout.Infinite, Timeout.Infinite);

        // A thread of its own: work that waits for the thread pool must not make a renewal late.
        _renewing = new Thread(Run) { IsBackground = true, Name = "lease" };
    }

    /// <summary>With true when the lease is valid again, with false when it has run out. Not for deciding: <see cref="IsValid"/> is earlier.</summary>
    public event Action<bool>? Changed;

    public Guid Id { get; }

    /// <summary>Where other replicas reach this one: host and port.</summary>
    public string Address { get; }

    /// <summary>True if no other replica can have taken a workspace of this one that is not known as lost.</summary>
    public bool IsValid => Stopwatch.GetTimestamp() < Volatile.Read(ref _validUntil);

    /// <summary>Why the workspaces cannot be used for now; null while the lease is valid.</summary>
    public string? Refusal => IsValid
        ? null
        : $"This replica has not reached the database (Cluster:Database) for {_length.TotalMilliseconds * (1 - Margin):0} ms{(_failure is { } failure ? $": {failure}" : "")}. It goes on once the database can be reached.";

    public static async Task<ReplicaLease> OpenAsync(Guid id, string address, ClusterOptions options, OwnedWorkspaces owned, ILogger log)
    {
        var lease = new ReplicaLease(id, address, options, owned, log);
        await Task.Run(lease.Begin).ConfigureAwait(false);
        lease._renewing.Start();
        return lease;
    }

    /// <summary>Ends it at once, so that no replica waits for its end.</summary>
    public async ValueTask DisposeAsync()
    {
        _stopping.Set();
        await Task.Run(_renewing.Join).ConfigureAwait(false);
        lock (_reporting)
        {
            Volatile.Write(ref _validUntil, 0);
        }

        await _expiry.DisposeAsync().ConfigureAwait(false);
        await Task.Run(End).ConfigureAwait(false);
        _connection?.Dispose();
        _stopping.Dispose();
    }

    private void Begin()
    {
        var sent = Stopwatch.GetTimestamp();
        Execute(
            ("DELETE FROM workspaces WHERE NOT is_kept AND owner IN (SELECT id FROM replicas WHERE valid_until < clock_timestamp() - interval '1 hour')", []),
            ("DELETE FROM replicas r WHERE valid_until < clock_timestamp() - interval '1 hour' AND NOT EXISTS (SELECT FROM workspaces WHERE owner = r.id)", []),
            ("INSERT INTO replicas VALUES ($1, $2, clock_timestamp() + $3)", [Id, Address, _length]));
        Extend(sent);
    }

    private void End()
    {
        try
        {
            Execute(
                ("UPDATE replicas SET valid_until = '-infinity' WHERE id = $1", [Id]),
                ("DELETE FROM replicas WHERE id = $1 AND NOT EXISTS (SELECT FROM workspaces WHERE owner = $1)", [Id]));
        }
        catch (Exception failure) when (failure is NpgsqlException or InvalidOperationException)
        {
            _log.LogWarning("The lease of this replica could not be ended, so it runs out by itself: {Reason}", Database.Reason(failure));
        }
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
            catch (Exception failure) when (failure is NpgsqlException or InvalidOperationException)
            {
                _connection?.Dispose();
                _connection = null;
                _failure = Database.Reason(failure);
                pause = _length / AttemptsInALease;
            }
        }
        while (!_stopping.WaitOne(pause));
    }

    private void Renew()
    {
        var sent = Stopwatch.GetTimestamp();

        // The lock is a statement of its own: replicas that take a workspace hold it, and the time must be looked at after they have ended.
        var renewed = Execute(
            ("SELECT FROM replicas WHERE id = $1 FOR UPDATE", [Id]),
            ("UPDATE replicas SET valid_until = clock_timestamp() + $2 WHERE id = $1 AND valid_until > clock_timestamp()", [Id, _length]));
        if (renewed == 0)
        {
            sent = TakeAnew();
        }

        Extend(sent);
    }

    /// <summary>Makes the lease valid again, and finds the workspaces that other replicas have taken meanwhile.</summary>
    private long TakeAnew()
    {
        var stores = _owned.BeginTerm();
        var sent = Stopwatch.GetTimestamp();
        var kept = new Dictionary<long, long>();
        using (var transaction = Connection.BeginTransaction())
        {
            if (Execute(("UPDATE replicas SET valid_until = clock_timestamp() + $2 WHERE id = $1", [Id, _length])) == 0)
            {
                // Without the row nothing kept other replicas from taking all workspaces.
                Execute(("INSERT INTO replicas VALUES ($1, $2, clock_timestamp() + $3)", [Id, Address, _length]));
            }
            else
            {
                using var owned = new NpgsqlCommand("SELECT number, epoch FROM workspaces WHERE owner = $1", Connection) { Parameters = { new() { Value = Id } } };
                using var reader = owned.ExecuteReader();
                while (reader.Read())
                {
                    kept.Add(reader.GetInt64(0), reader.GetInt64(1));
                }
            }

            transaction.Commit();
        }

        foreach (var store in stores.Where(store => !kept.TryGetValue(store.Number, out var epoch) || epoch != store.Epoch))
        {
            store.Lose();
        }

        return sent;
    }

    private void Extend(long sent)
    {
        var until = sent + (long)(_length.TotalSeconds * (1 - Margin) * Stopwatch.Frequency);
        Volatile.Write(ref _validUntil, until);
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

    private NpgsqlConnection Connection
    {
        get
        {
            if (_connection is null)
            {
                _connection = new NpgsqlConnection(_connectionString);
                _connection.Open();
            }

            return _connection;
        }
    }

    /// <summary>Returns how many rows the last statement has changed.</summary>
    private int Execute(params ReadOnlySpan<(string Sql, object[] Parameters)> statements)
    {
        using var batch = new NpgsqlBatch(Connection);
        foreach (var (sql, parameters) in statements)
        {
            var statement = new NpgsqlBatchCommand(sql);
            foreach (var parameter in parameters)
            {
                statement.Parameters.Add(new NpgsqlParameter { Value = parameter });
            }

            batch.BatchCommands.Add(statement);
        }

        batch.ExecuteNonQuery();
        return (int)batch.BatchCommands[^1].Rows;
    }
}
