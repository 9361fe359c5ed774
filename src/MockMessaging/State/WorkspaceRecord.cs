using MockMessaging.Fidelity;
using MockMessaging.Seeding;
using MockMessaging.Time;

namespace MockMessaging.State;

/// <summary>A workspace's own entry in the data file: which key it belongs to and which generation is its present one.</summary>
internal sealed class WorkspaceRecord : Record
{
    public required string Key { get; init; }

    public required int Generation { get; set; }

    /// <summary>Within what JSON carries, also where an earlier version stored more.</summary>
    public required long Seed { get; init => field = WorkspaceSeed.Bounded(value); }

    public long? ChosenSeed { get; set => field = value is { } given ? WorkspaceSeed.Bounded(given) : null; }

    /// <summary>True if the example conversations are part of it; null in what earlier versions stored, where they always were.</summary>
    public bool? Examples { get; init; }

    /// <summary>Its own fidelity; null for the server's.</summary>
    public FidelityMode? Fidelity { get; set; }

    /// <summary>True if free text outside the care window fails; null if its fidelity decides.</summary>
    public bool? CareWindow { get; set; }

    /// <summary>What happens to messages that a provider would refuse; null for the server's setting.</summary>
    public RulesMode? Rules { get; set; }

    /// <summary>Secret for the signatures of its pushes; null for the server's.</summary>
    public string? SigningSecret { get; set; }

    /// <summary>Its own delays; those of the server where one is not set.</summary>
    public StatusDelays Delays { get; set; }

    /// <summary>Its clock as it was last set; null if it was never set.</summary>
    public ClockRecord? Clock { get; set; }

    public static WorkspaceRecord Of(string key, int generation, long seed) => new() { Key = key, Generation = generation, Seed = seed, Examples = key == ExampleConversations.Key };
}

/// <summary>A clock as it was set, with the machine's time of that moment, so that it goes on while the server is down.</summary>
internal sealed record ClockRecord(ClockMode Mode, double Scale, DateTimeOffset Now, DateTimeOffset HostNow)
{
    /// <summary>The fastest a clock may run, in seconds per second of the machine.</summary>
    public const double FastestScale = 1_000_000;

    public static ClockRecord Of(SandboxClock clock, TimeProvider host) => new(clock.Mode, clock.Scale, clock.GetUtcNow(), host.GetUtcNow());

    /// <summary>Sets the clock to where it would be by now, within the limits of a clock, whatever the file says.</summary>
    public void Restore(SandboxClock clock, TimeProvider host)
    {
        var scale = double.IsFinite(Scale) ? Math.Clamp(Scale, 0, FastestScale) : 1;
        var ticks = Now.UtcTicks + ((host.GetUtcNow() - HostNow).Ticks * scale);
        clock.Set(Mode, scale == 0 ? Within(Now) : Within(ticks), scale);
    }

    private static DateTimeOffset Within(double ticks) =>
        ticks <= TimeLimits.Earliest.Ticks ? TimeLimits.Earliest : ticks >= TimeLimits.Latest.Ticks ? TimeLimits.Latest : new DateTimeOffset((long)ticks, TimeSpan.Zero);

    private static DateTimeOffset Within(DateTimeOffset now) => now < TimeLimits.Earliest ? TimeLimits.Earliest : now > TimeLimits.Latest ? TimeLimits.Latest : now;
}

/// <summary>How far a generation has come: every timer up to <see cref="Fired"/> has fired, and so many ids and random numbers were used.</summary>
internal sealed class Progress : Record
{
    public DueOrder Fired { get; set; }

    /// <summary>The earliest planned status whose push had neither come to an end nor been stored; null if there was none.</summary>
    public DueOrder? FirstUnstored { get; set; }

    public long Ids { get; set; }

    public long Rolls { get; set; }
}
