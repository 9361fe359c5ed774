using MockMessaging.Conversations;

namespace MockMessaging.Control;

/// <summary>What happens to a message, and how the customer reacts.</summary>
public abstract class OutcomeReaction
{
    /// <summary>Name of an outcome; GET /_sandbox/outcomes lists them. Default, if the customer replies: what happens without the rule, such as by the phone's last digits.</summary>
    /// <example>failed</example>
    public string? Outcome { get; set; }

    /// <summary>The provider's error, for an outcome that fails.</summary>
    public ErrorRequest? Error { get; set; }

    /// <summary>When each status comes.</summary>
    public DelaysRequest? Delays { get; set; }

    /// <summary>Until the customer replies, from acceptance of the message: ISO 8601 duration, at most P30D. Another name of delays.reply, and not before the last status.</summary>
    /// <example>PT2M</example>
    public string? After { get; set; }

    /// <summary>The customer replies with this text, such as STOP.</summary>
    /// <example>Yes, please</example>
    public string? Says { get; set; }

    /// <summary>The customer presses the button with this label or code; without such a button the customer writes it.</summary>
    /// <example>Track order</example>
    public string? Presses { get; set; }

    /// <summary>The customer sends this: a picture, a document, a place or anything else that POST /_sandbox/inbound takes as content.</summary>
    public CustomerContent? Sends { get; set; }
}

/// <summary>A rule that chooses the outcome of messages.</summary>
public sealed class OutcomeRuleRequest : OutcomeReaction
{
    /// <summary>Which messages the rule applies to. Default: every message.</summary>
    public OutcomeMatchRequest? Match { get; set; }

    /// <summary>How many messages the rule applies to; with turns, how often all of them are played. Default: no limit.</summary>
    /// <example>1</example>
    public int? Times { get; set; }

    /// <summary>
    /// What happens to the first message that matches, then to the second and so on, 1 to 100 turns. A turn waits for a message that is right for it; others take
    /// their usual course. What a turn leaves out is as in the rule.
    /// </summary>
    public IReadOnlyList<OutcomeTurnRequest>? Turns { get; set; }
}

/// <summary>What happens to one of the messages that a rule is for.</summary>
public sealed class OutcomeTurnRequest : OutcomeReaction
{
    /// <summary>The message that the turn waits for. Default: the next one.</summary>
    public OutcomeMatchRequest? When { get; set; }
}

/// <summary>Time from acceptance of a message to each status: ISO 8601 durations, at most P30D. What is left out does not change.</summary>
public sealed class DelaysRequest
{
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
}
