using MockMessaging.Errors;
using MockMessaging.State;

namespace MockMessaging.Control;

/// <summary>When a fault strikes; exactly one of the four.</summary>
public sealed class FaultTriggerRequest
{
    /// <summary>The next so many times, then no more.</summary>
    /// <example>2</example>
    public int? Next { get; set; }

    /// <summary>Every so many times: 3 strikes the third, the sixth and so on.</summary>
    public int? Every { get; set; }

    /// <summary>With this probability, above 0 and below 1, from the workspace's seed and so the same in each run.</summary>
    public double? Probability { get; set; }

    /// <summary>Every time.</summary>
    public bool? Always { get; set; }

    internal static FaultTriggerRequest Of(FaultTrigger trigger) =>
        new() { Next = trigger.Next, Every = trigger.Every, Probability = trigger.Probability, Always = trigger.Always ? true : null };

    internal FaultTrigger Parsed()
    {
        var given = new object?[] { Next, Every, Probability, Always is true ? true : null }.Count(value => value is not null);
        if (given != 1)
        {
            throw ErrorCatalog.Impossible("trigger", "trigger: give exactly one of next, every, probability and always.");
        }

        return Next is < 1 || Every is < 1 || Probability is <= 0 or >= 1
            ? throw ErrorCatalog.Impossible("trigger", "trigger: next and every are at least 1, probability is above 0 and below 1.")
            : new FaultTrigger(Next, Every, Probability, Always ?? false);
    }
}
