using MockMessaging.Time;

namespace MockMessaging.Control;

/// <summary>How far to move the clock: set exactly one of `by`, `to` and `untilIdle`.</summary>
public sealed class AdvanceRequest
{
    /// <summary>ISO 8601 duration to move forward.</summary>
    /// <example>PT24H</example>
    public string? By { get; set; }

    /// <summary>Time to move to; not before the current time.</summary>
    public DateTimeOffset? To { get; set; }

    /// <summary>True moves the clock until no timer is pending.</summary>
    public bool? UntilIdle { get; set; }
}

/// <summary>What happened while the clock moved.</summary>
/// <param name="Now">The workspace's time afterwards.</param>
/// <param name="TimersFired">Number of timers that fired.</param>
/// <param name="StatusChanges">Number of status changes of messages.</param>
/// <param name="Pushes">Results of the pushes that this caused.</param>
public sealed record AdvanceAnswer(DateTimeOffset Now, int TimersFired, int StatusChanges, PushCounts Pushes) : ControlRecord;

/// <summary>A change of the clock. Properties that are left out do not change.</summary>
public sealed class ClockChange
{
    /// <summary>real (the machine's time), frozen (moves only by POST /_sandbox/clock/advance) or scaled (faster or slower).</summary>
    public ClockMode? Mode { get; set; }

    /// <summary>The time to set, from 1970 to the year 9000.</summary>
    /// <example>2024-11-19T14:31:00Z</example>
    public DateTimeOffset? Now { get; set; }

    /// <summary>For mode scaled: how many seconds of the workspace pass in one real second, above 0 and at most 1,000,000. Default 1.</summary>
    /// <example>60</example>
    public double? Scale { get; set; }
}

/// <summary>The workspace's clock.</summary>
/// <param name="Mode">real, frozen or scaled.</param>
/// <param name="Now">The workspace's time.</param>
/// <param name="Scale">How many seconds of the workspace pass in one real second; 0 if frozen.</param>
/// <param name="PendingTimers">Number of timers that have not fired yet.</param>
/// <param name="NextDue">When the next timer fires.</param>
public sealed record ClockView(ClockMode Mode, DateTimeOffset Now, double Scale, int PendingTimers, DateTimeOffset? NextDue) : ControlRecord;
