using MockMessaging.Time;

namespace MockMessaging.State;

/// <summary>A clock as it was set, with the machine's time of that moment, so that it goes on while the server is down.</summary>
internal sealed record ClockRecord(ClockMode Mode, double Scale, DateTimeOffset Now, DateTimeOffset HostNow)
{
    /// <summary>The fastest a clock may run, in seconds per second of the machine.</summary>
    public const double FastestScale = 1_000_000;

    public static ClockRecord Of(SandboxClock clock, TimeProvider host) => new(clock.Mode, clock.Scale, clock.GetUtcNow(), host.GetUtcNow());

    /// <summary>Goes on as the clock would have meanwhile, within what a clock may show: whatever stands in a file, the server starts.</summary>
    public void Restore(SandboxClock clock, TimeProvider host)
    {
        var scale = double.IsFinite(Scale) ? Math.Clamp(Scale, 0, FastestScale) : 1;
        var ticks = Now.UtcTicks + ((host.GetUtcNow() - HostNow).Ticks * scale);
        clock.Set(Mode, scale == 0 ? Within(Now) : Within(ticks), scale);
    }

    private static DateTimeOffset Within(double ticks) =>
        ticks <= TimeLimits.Earliest.Ticks ? TimeLimits.Earliest : ticks >= TimeLimits.Latest.Ticks ? TimeLimits.Latest : new DateTimeOffset((long)ticks, TimeSpan.Zero);

    private static DateTimeOffset Within(DateTimeOffset now) => now < TimeLimits.Earliest ? TimeLimits.Earliest : now > TimeLimits.Latest ? TimeLimits.Latest : now;
}
