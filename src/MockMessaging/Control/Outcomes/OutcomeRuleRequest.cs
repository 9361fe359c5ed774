using MockMessaging.Delivery;
using MockMessaging.Errors;
using MockMessaging.State;
using MockMessaging.Time;

namespace MockMessaging.Control;

/// <summary>A rule that chooses the outcome of messages.</summary>
public sealed class OutcomeRuleRequest
{
    /// <summary>Which messages the rule applies to. Default: every message.</summary>
    public OutcomeMatchRequest? Match { get; set; }

    /// <summary>Name of an outcome; GET /_sandbox/outcomes lists them.</summary>
    /// <example>failed</example>
    public string? Outcome { get; set; }

    /// <summary>The provider's error, for an outcome that fails.</summary>
    public ErrorRequest? Error { get; set; }

    /// <summary>When each status comes.</summary>
    public DelaysRequest? Delays { get; set; }

    /// <summary>How many messages the rule applies to. Default: no limit.</summary>
    /// <example>1</example>
    public int? Times { get; set; }

    internal OutcomeRule ToRule(string id, WorkspaceState state)
    {
        Choice.Ensure(Outcome ?? "", [.. DeliveryOutcomes.All.Select(known => known.Name)], "outcome", ErrorCatalog.Impossible);
        var outcome = DeliveryOutcomes.Find(Outcome)!;
        if (Times < 1)
        {
            throw ErrorCatalog.Impossible("times", $"times: {Times} is less than 1; leave it out for no limit.");
        }

        var error = Error?.Parsed();
        return error is not null && outcome.Stages(default).All(stage => stage.Error is null)
            ? throw ErrorCatalog.Impossible("error", $"error: the outcome '{outcome.Name}' has no failure that could have an error.")
            : new OutcomeRule
            {
                Id = id,
                Match = (Match ?? new OutcomeMatchRequest()).Parsed(state),
                Outcome = outcome.Name,
                Error = error,
                Delays = Delays?.Parsed() ?? default,
                Times = Times,
            };
    }
}

/// <summary>Time from acceptance of a message to each status: ISO 8601 durations, at most P30D. What is left out does not change.</summary>
public sealed class DelaysRequest
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    /// <summary>Until SENT, or a failure instead of it.</summary>
    /// <example>PT0S</example>
    public string? Sent { get; set; }

    /// <summary>Until DLVRD, or a failure instead of it.</summary>
    /// <example>PT1S</example>
    public string? Delivered { get; set; }

    /// <summary>Until READ, or until what happens instead of it.</summary>
    /// <example>PT10S</example>
    public string? Read { get; set; }

    /// <summary>Until the customer replies, if the outcome has a reply.</summary>
    /// <example>PT30S</example>
    public string? Reply { get; set; }

    /// <returns>Null if no delay is set.</returns>
    internal static DelaysRequest? Of(StatusDelays delays) => delays == default
        ? null
        : new DelaysRequest { Sent = Written(delays.SentMs), Delivered = Written(delays.DeliveredMs), Read = Written(delays.ReadMs), Reply = Written(delays.ReplyMs) };

    internal static DelaysRequest Of(DeliveryDelays delays) =>
        new() { Sent = Written(delays.SentMs), Delivered = Written(delays.DeliveredMs), Read = Written(delays.ReadMs), Reply = Written(delays.ReplyMs) };

    internal StatusDelays Parsed() => new(
        Spans.MillisecondsOf(Sent, "delays.sent", Longest),
        Spans.MillisecondsOf(Delivered, "delays.delivered", Longest),
        Spans.MillisecondsOf(Read, "delays.read", Longest),
        Spans.MillisecondsOf(Reply, "delays.reply", Longest));

    private static string? Written(long? ms) => ms is { } given ? IsoSpan.Of(TimeSpan.FromMilliseconds(given)) : null;
}
