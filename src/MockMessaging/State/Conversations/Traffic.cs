namespace MockMessaging.State;

/// <summary>Made-up customers who write by themselves for a while. It ends with a reset and with the server.</summary>
internal sealed class Traffic(IReadOnlyList<string> contactIds, long untilMs, TraceContext? trace)
{
    public IReadOnlyList<string> ContactIds => contactIds;

    public long UntilMs => untilMs;

    public TraceContext? Trace => trace;

    /// <summary>How many messages they wrote so far, without replies.</summary>
    public int Written { get; set; }

    public bool IsStopped { get; set; }
}
