using MockMessaging.Fidelity;
using MockMessaging.Seeding;

namespace MockMessaging.State;

/// <summary>A workspace's own entry in the data file: which key it belongs to and which generation is its present one.</summary>
internal sealed class WorkspaceRecord : Record
{
    public required string Key { get; init; }

    public required int Generation { get; set; }

    /// <summary>Within what JSON carries, also where an earlier version stored more.</summary>
    public required long Seed { get; init => field = WorkspaceSeed.Bounded(value); }

    /// <summary>The seed it was told to use instead.</summary>
    public long? ChosenSeed { get; set => field = value is { } given ? WorkspaceSeed.Bounded(given) : null; }

    /// <summary>Whether the example conversations are part of it; null in what earlier versions stored, where they always were.</summary>
    public bool? Examples { get; init; }

    /// <summary>Which truth it follows, where it is not the server's choice.</summary>
    public FidelityMode? Fidelity { get; set; }

    /// <summary>Whether free text outside the care window fails, where it was told.</summary>
    public bool? CareWindow { get; set; }

    /// <summary>How fast messages move, where it was told.</summary>
    public StatusDelays Delays { get; set; }

    /// <summary>The clock, where it is not the machine's.</summary>
    public ClockRecord? Clock { get; set; }

    /// <summary>The entry of a fresh workspace.</summary>
    public static WorkspaceRecord Of(string key, int generation, long seed) => new() { Key = key, Generation = generation, Seed = seed, Examples = key == ExampleConversations.Key };
}
