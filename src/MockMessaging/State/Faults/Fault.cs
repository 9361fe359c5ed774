using MockMessaging.Seeding;

namespace MockMessaging.State;

/// <summary>Something made to go wrong on purpose.</summary>
internal sealed class Fault : Record
{
    private const long MaxRoll = 0x7FFF_FFFF;

    public required string Id { get; init; }

    public required string Name { get; init; }

    public required FaultTarget Target { get; init; }

    public required FaultTrigger Trigger { get; init; }

    public required FaultEffect Effect { get; init; }

    /// <summary>When it ends by itself, in milliseconds since the epoch of the workspace's clock.</summary>
    public long? UntilMs { get; init; }

    /// <summary>How many times it could have struck.</summary>
    public int Seen { get; set; }

    /// <summary>How many times it struck.</summary>
    public int Struck { get; set; }

    public bool IsSpent(long nowMs) => nowMs >= UntilMs || Struck >= Trigger.Next;

    /// <summary>Counts one more occasion; whether it strikes this time.</summary>
    public bool Strikes(long seed)
    {
        Seen++;
        var strikes = Trigger switch
        {
            { Every: { } every } => Seen % every == 0,
            { Probability: { } probability } => (WorkspaceSeed.Derive(seed, Name, Seen) & MaxRoll) / (double)MaxRoll < probability,
            _ => true,
        };
        Struck += strikes ? 1 : 0;
        return strikes;
    }
}

/// <summary>When a fault strikes: the next so many times, every so many, with a probability, or always.</summary>
internal sealed record FaultTrigger(int? Next = null, int? Every = null, double? Probability = null, bool Always = false);
