namespace MockMessaging.State;

/// <summary>Made-up customers who write by themselves for a while. It ends with a reset and with the server.</summary>
internal sealed class Traffic(string id, string channelId, IReadOnlyList<string> contactIds, double perMinute, long untilMs, TraceContext? trace)
{
    public string Id => id;

    public string ChannelId => channelId;

    /// <summary>How many messages they write a minute, all together.</summary>
    public double PerMinute => perMinute;

    public IReadOnlyList<string> ContactIds => contactIds;

    public long UntilMs => untilMs;

    public TraceContext? Trace => trace;

    /// <summary>How many messages they wrote so far, without replies.</summary>
    public int Written { get; set; }

    public bool IsStopped { get; set; }
}
