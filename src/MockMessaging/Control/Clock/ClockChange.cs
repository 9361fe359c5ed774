using MockMessaging.Time;

namespace MockMessaging.Control;

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
