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
