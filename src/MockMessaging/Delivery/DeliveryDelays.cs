using MockMessaging.State;

namespace MockMessaging.Delivery;

/// <summary>When each step happens, in milliseconds after acceptance.</summary>
internal readonly record struct DeliveryDelays(long SentMs, long DeliveredMs, long ReadMs, long ReplyMs)
{
    public static DeliveryDelays Of(DeliveryOptions options, StatusDelays own) => new(
        own.SentMs ?? options.SentDelayMilliseconds,
        own.DeliveredMs ?? options.DeliveredDelayMilliseconds,
        own.ReadMs ?? options.ReadDelayMilliseconds,
        own.ReplyMs ?? options.ReplyDelayMilliseconds);
}
