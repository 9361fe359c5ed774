using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using MockMessaging.Limits;

namespace MockMessaging.Http;

/// <summary>Counts open connections, and marks those beyond the limit, so that their requests can be refused in words.</summary>
internal sealed class ConnectionLimit(IOptions<WorkspaceLimits> limits, TimeProvider host, ILogger<ConnectionLimit> log)
{
    /// <summary>Connections beyond the limit that get an answer at all; further ones are closed unheard.</summary>
    private const int Answered = 100;

    private static readonly TimeSpan BetweenWarnings = TimeSpan.FromSeconds(10);

    private int _open;
    private int _refused;
    private long? _warnedAt;

    /// <summary>Takes a connection in, whose requests the next one serves.</summary>
    public async Task TakeAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        var most = limits.Value.MaxConnections;
        var open = Interlocked.Increment(ref _open);
        var isRefused = open > most;
        if (isRefused)
        {
            Interlocked.Increment(ref _refused);
            connection.Features.Set(Beyond.Limit);
            Warn(most);
        }

        try
        {
            if (open <= most + Answered)
            {
                await next(connection).ConfigureAwait(false);
            }
        }
        finally
        {
            Interlocked.Decrement(ref _open);
            Interlocked.Add(ref _refused, isRefused ? -1 : 0);
        }
    }

    /// <summary>Whether a request came on a connection beyond the limit.</summary>
    public bool Refuses(HttpContext context) => Volatile.Read(ref _refused) > 0 && context.Features.Get<Beyond>() is not null;

    private void Warn(int most)
    {
        lock (log)
        {
            if (_warnedAt is { } last && host.GetElapsedTime(last) < BetweenWarnings)
            {
                return;
            }

            _warnedAt = host.GetTimestamp();
        }

        log.LogWarning("{Most} connections are open, as many as may be (Limits:MaxConnections); requests on further ones get 503.", most);
    }

    private sealed class Beyond
    {
        public static readonly Beyond Limit = new();
    }
}
