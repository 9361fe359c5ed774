namespace MockMessaging.Time;

/// <summary>The moments a workspace's clock may show.</summary>
internal static class TimeLimits
{
    public static readonly DateTimeOffset Earliest = DateTimeOffset.UnixEpoch;

    public static readonly DateTimeOffset Latest = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);
}
