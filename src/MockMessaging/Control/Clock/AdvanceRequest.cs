namespace MockMessaging.Control;

/// <summary>How far to move the clock: by a span, to a moment, or until nothing is left to happen. Exactly one of the three.</summary>
public sealed class AdvanceRequest
{
    /// <summary>A span in ISO 8601.</summary>
    /// <example>PT24H</example>
    public string? By { get; set; }

    /// <summary>A moment not before now.</summary>
    public DateTimeOffset? To { get; set; }

    /// <summary>Until no timer is pending.</summary>
    public bool? UntilIdle { get; set; }
}
