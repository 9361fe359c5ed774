using MockMessaging.State;

namespace MockMessaging.Persistence;

/// <summary>What a fault that comes with an archive must keep to, as one that comes with a request.</summary>
internal static class FaultChecks
{
    private const long LongestCallDelayMs = 5 * 60_000L;
    private const long LongestDelayMs = 30 * 86_400_000L;

    public static void Check(Fault fault)
    {
        var (trigger, effect) = (fault.Trigger, fault.Effect);
        RecordChecks.Word("target.type", fault.Target.Type);
        RecordChecks.Number("trigger.next", trigger.Next, 1, int.MaxValue);
        RecordChecks.Number("trigger.every", trigger.Every, 1, int.MaxValue);
        RecordChecks.Number("effect.status", effect.Status, 400, 599);
        RecordChecks.Number("effect.retryAfterSeconds", effect.RetryAfterSeconds, 0, int.MaxValue);
        RecordChecks.Number("effect.delayMs", effect.DelayMs, 0, fault.Target.Pushes ? LongestDelayMs : LongestCallDelayMs);
        RecordChecks.Number("effect.duplicate", effect.Duplicate, 1, 100);
        RecordChecks.Number("seen", fault.Seen, 0, int.MaxValue);
        RecordChecks.Number("struck", fault.Struck, 0, int.MaxValue);
        RecordChecks.Time("untilMs", fault.UntilMs);
        if (trigger.Probability is not (null or (> 0 and < 1)))
        {
            throw new RecordException("trigger.probability", "it is above 0 and below 1.");
        }
    }
}
