namespace MockMessaging.State;

/// <summary>Delays from acceptance to each status, in milliseconds; what is not given is as elsewhere.</summary>
internal readonly record struct StatusDelays(long? SentMs, long? DeliveredMs, long? ReadMs, long? ReplyMs)
{
    /// <summary>These, and where they say nothing, others.</summary>
    public StatusDelays Or(StatusDelays others) =>
        new(SentMs ?? others.SentMs, DeliveredMs ?? others.DeliveredMs, ReadMs ?? others.ReadMs, ReplyMs ?? others.ReplyMs);
}
