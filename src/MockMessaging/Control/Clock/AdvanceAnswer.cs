namespace MockMessaging.Control;

/// <summary>What happened while the clock moved.</summary>
/// <param name="Now">What the clock shows.</param>
/// <param name="TimersFired">How many timers fell due.</param>
/// <param name="StatusChanges">How many statuses messages took.</param>
/// <param name="Pushes">What became of the pushes so caused.</param>
public sealed record AdvanceAnswer(DateTimeOffset Now, int TimersFired, int StatusChanges, PushCounts Pushes);
