using MockMessaging.Time;

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

/// <summary>What happened while the clock moved.</summary>
/// <param name="Now">What the clock shows.</param>
/// <param name="TimersFired">How many timers fell due.</param>
/// <param name="StatusChanges">How many statuses messages took.</param>
/// <param name="Pushes">What became of the pushes so caused.</param>
public sealed record AdvanceAnswer(DateTimeOffset Now, int TimersFired, int StatusChanges, PushCounts Pushes);

/// <summary>How time shall move from now on.</summary>
public sealed class ClockChange
{
    /// <summary>real, frozen or scaled; unchanged when left out.</summary>
    public ClockMode? Mode { get; set; }

    /// <summary>What the clock shall show, from 1970 to the year 9000; unchanged when left out.</summary>
    /// <example>2024-11-19T14:31:00Z</example>
    public DateTimeOffset? Now { get; set; }

    /// <summary>Seconds of the workspace per second of the machine, for scaled: above 0, at most 1,000,000. Default 1.</summary>
    /// <example>60</example>
    public double? Scale { get; set; }
}
