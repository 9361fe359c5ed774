using MockMessaging.Http;
using MockMessaging.Storage;
using Npgsql;

namespace MockMessaging.Cluster.Postgres;

/// <summary>Tries a change until the database has taken it. Changes are made so that a second try after a lost response does no harm.</summary>
internal sealed class CommitRetry(ILogger log) : IDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(500);

    private readonly CancellationTokenSource _givingUp = new();
    private readonly LogThrottle _lines = new(TimeProvider.System);
    private volatile string? _refusal;
    private volatile string? _reported;

    /// <summary>Why the database takes no changes although it can be reached; null while it does.</summary>
    public string? Refusal => _refusal;

    /// <summary>Ends all tries after this time: the server stops.</summary>
    public void GiveUpAfter(TimeSpan time) => _givingUp.CancelAfter(time);

    public void Dispose() => _givingUp.Dispose();

    /// <exception cref="StoreBusyException">The server stops, and the database has not taken the change.</exception>
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> change)
    {
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                var result = await change(_givingUp.Token).ConfigureAwait(false);
                if (_reported is not null)
                {
                    _refusal = _reported = null;
                    log.LogInformation("The database takes changes again.");
                }

                return result;
            }
            catch (Exception failure) when (!_givingUp.IsCancellationRequested && failure is NpgsqlException or InvalidOperationException or IOException)
            {
                Report(failure);
            }
            catch (Exception failure) when (_givingUp.IsCancellationRequested)
            {
                throw new StoreBusyException($"The server stops, and the database has not taken the last changes: {Database.Reason(failure)}.");
            }

            await Task.Delay(pause, _givingUp.Token).ContinueWith(static _ => { }, TaskScheduler.Default).ConfigureAwait(false);
        }
    }

    private void Report(Exception failure)
    {
        var reason = Database.Reason(failure);
        if (IsPassing(failure))
        {
            _refusal = null;
        }
        else
        {
            _refusal = $"The database (Cluster:Database) takes no changes: {reason}. They are tried again until this is repaired (for example, by making room).";
        }

        _reported = reason;
        if (_lines.Allows(out var suppressed))
        {
            log.LogWarning("A commit failed and is tried again: {Reason} {More} more since the last line.", reason, suppressed);
        }
    }

    /// <summary>
    /// True for a lost or refused connection, a server that starts or stops, and transactions that were in each other's way. These refuse nothing, so that a short restart
    /// of the database is not noticed; the lease refuses once it runs out.
    /// </summary>
    private static bool IsPassing(Exception failure) =>
        failure is not PostgresException refused || refused.SqlState[..2] is "08" or "28" or "40" || refused.SqlState is "57P01" or "57P02" or "57P03";
}
