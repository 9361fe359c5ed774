namespace MockMessaging.Http;

/// <summary>Lets one of many equal lines into the log every ten seconds, and counts those it keeps back.</summary>
internal sealed class LogThrottle(TimeProvider host)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private long? _lastAt;
    private int _keptBack;

    /// <summary>Whether a line may be written now, and how many were kept back since the last one.</summary>
    public bool Lets(out int keptBack)
    {
        lock (_gate)
        {
            keptBack = _keptBack;
            if (_lastAt is { } last && host.GetElapsedTime(last) < Pause)
            {
                _keptBack++;
                return false;
            }

            _lastAt = host.GetTimestamp();
            _keptBack = 0;
            return true;
        }
    }
}
