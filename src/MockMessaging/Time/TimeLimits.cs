namespace MockMessaging.Time;

/// <summary>The moments that clocks may show. .NET knows no year 10,000: what falls due a while after the latest moment must still have a date.</summary>
internal static class TimeLimits
{
    public static readonly DateTimeOffset Earliest = DateTimeOffset.UnixEpoch;

    public static readonly DateTimeOffset Latest = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);
}
