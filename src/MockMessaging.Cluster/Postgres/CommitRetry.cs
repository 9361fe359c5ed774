using MockMessaging.Storage;
using Npgsql;

namespace MockMessaging.Cluster.Postgres;

/// <summary>Tries a change until the database has taken it. Changes are made so that a second try after a lost response does no harm.</summary>
internal sealed class CommitRetry(ILogger log) : IDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(500);

    private readonly CancellationTokenSource _givingUp = new();
    private volatile string? _refusal;

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
                if (_refusal is not null)
                {
                    _refusal = null;
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

    // While the database cannot be reached, the lease says so once it runs out: a short restart refuses nothing.
    private void Report(Exception failure)
    {
        if (failure is PostgresException { IsTransient: false } refused)
        {
            var refusal = $"The database (Cluster:Database) takes no changes: {Database.Reason(refused)}. They are tried again until this is repaired (for example, by making room).";
            if (_refusal != refusal)
            {
                _refusal = refusal;
                log.LogError("{Refusal}", refusal);
            }
        }
        else
        {
            log.LogWarning("A commit failed and is tried again: {Reason}", Database.Reason(failure));
        }
    }
}
