using MockMessaging.State;
using MockMessaging.Time;

namespace MockMessaging.Control;

/// <summary>How long after acceptance a message takes each status, in ISO 8601; what is left out stays.</summary>
public sealed class DelaysRequest
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    /// <summary>Until SENT, or a failure in its place.</summary>
    /// <example>PT0S</example>
    public string? Sent { get; set; }

    /// <summary>Until DLVRD, or a failure in its place.</summary>
    /// <example>PT1S</example>
    public string? Delivered { get; set; }

    /// <summary>Until READ.</summary>
    /// <example>PT10S</example>
    public string? Read { get; set; }

    /// <summary>Until the customer answers, where the outcome says so.</summary>
    /// <example>PT30S</example>
    public string? Reply { get; set; }

    /// <summary>What a workspace was told; nothing where it was told nothing.</summary>
    internal static DelaysRequest? Of(StatusDelays delays) => delays == default
        ? null
        : new DelaysRequest { Sent = Written(delays.SentMs), Delivered = Written(delays.DeliveredMs), Read = Written(delays.ReadMs), Reply = Written(delays.ReplyMs) };

    internal StatusDelays Parsed() => new(
        Spans.MillisecondsOf(Sent, "delays.sent", Longest),
        Spans.MillisecondsOf(Delivered, "delays.delivered", Longest),
        Spans.MillisecondsOf(Read, "delays.read", Longest),
        Spans.MillisecondsOf(Reply, "delays.reply", Longest));

    private static string? Written(long? ms) => ms is { } given ? IsoSpan.Of(TimeSpan.FromMilliseconds(given)) : null;
}
