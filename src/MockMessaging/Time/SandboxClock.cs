namespace MockMessaging.Time;

/// <summary>The time of one workspace. All its times and timers follow this clock and no other.</summary>
internal sealed class SandboxClock(TimeProvider host) : TimeProvider
{
    /// <summary>A year in seconds: a clock may run so slowly that the true wait is longer than any span.</summary>
    private const double LongestWait = 365 * 86_400.0;

    private volatile Reading _reading = new(ClockMode.Real, host.GetUtcNow(), host.GetTimestamp(), 1);

    public ClockMode Mode => _reading.Mode;

    /// <summary>Seconds of the workspace per second of the machine; 0 when frozen.</summary>
    public double Scale => _reading.Scale;

    /// <summary>Now, in milliseconds since the epoch.</summary>
    public long NowMs => GetUtcNow().ToUnixTimeMilliseconds();

    public override DateTimeOffset GetUtcNow()
    {
        var reading = _reading;
        if (reading.Scale == 0)
        {
            return reading.Now;
        }

        // In floating point, which does not overflow: a fast clock reaches the latest moment within days, and stops there.
        var ticks = host.GetElapsedTime(reading.HostTimestamp).Ticks * reading.Scale;
        return ticks >= (TimeLimits.Latest - reading.Now).Ticks ? TimeLimits.Latest : reading.Now + new TimeSpan((long)ticks);
    }

    /// <summary>Goes on from a moment, which is moved into <see cref="TimeLimits"/> if it lies outside.</summary>
    public void Set(ClockMode mode, DateTimeOffset? now = null, double scale = 1) =>
        _reading = new Reading(mode, Within(now ?? GetUtcNow()), host.GetTimestamp(), mode switch { ClockMode.Frozen => 0, ClockMode.Real => 1, _ => scale });

    /// <summary>Jumps to a moment and goes on from there in the same mode.</summary>
    public void JumpTo(DateTimeOffset now) => _reading = _reading with { Now = Within(now), HostTimestamp = host.GetTimestamp() };

    /// <summary>How long the machine must wait until this clock shows a moment, a year at most; <c>null</c> while it stands still.</summary>
    public TimeSpan? HostTimeUntil(long dueMs)
    {
        var scale = _reading.Scale;
        if (scale == 0)
        {
            return null;
        }

        var wait = (dueMs - NowMs) / 1_000.0 / scale;
        return TimeSpan.FromSeconds(Math.Clamp(wait, 0, LongestWait));
    }

    private static DateTimeOffset Within(DateTimeOffset moment) =>
        moment < TimeLimits.Earliest ? TimeLimits.Earliest : moment > TimeLimits.Latest ? TimeLimits.Latest : moment;

    private sealed record Reading(ClockMode Mode, DateTimeOffset Now, long HostTimestamp, double Scale);
}

/// <summary>The moments that clocks may show. .NET knows no year 10,000: what falls due a while after the latest moment must still have a date.</summary>
internal static class TimeLimits
{
    public static readonly DateTimeOffset Earliest = DateTimeOffset.UnixEpoch;

    public static readonly DateTimeOffset Latest = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);
}
