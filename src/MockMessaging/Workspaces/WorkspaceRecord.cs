using System.Text.Json;
using System.Text.Json.Serialization;
using MockMessaging.Fidelity;
using MockMessaging.Storage;

namespace MockMessaging.Workspaces;

/// <summary>A workspace's own entry in the data file: which key it belongs to and which world is its present one.</summary>
internal sealed class WorkspaceRecord : Record
{
    public required string Key { get; init; }

    public required int World { get; set; }

    public required long Seed { get; init; }

    /// <summary>The seed it was told to use instead.</summary>
    public long? ChosenSeed { get; set; }

    /// <summary>Which truth it follows, where it is not the server's choice.</summary>
    public FidelityMode? Fidelity { get; set; }

    /// <summary>Whether free text outside the care window fails, where it was told.</summary>
    public bool? CareWindow { get; set; }

    /// <summary>How fast messages move, where it was told.</summary>
    public StatusDelays Delays { get; set; }

    /// <summary>The clock, where it is not the machine's.</summary>
    public ClockRecord? Clock { get; set; }

    [JsonIgnore]
    public override DocumentKind Kind => DocumentKind.Workspace;

    public override byte[] ToBytes() => JsonBytes.Write(this, static (record, writer) =>
    {
        writer.WriteStartObject();
        writer.WriteString("key"u8, record.Key);
        writer.WriteNumber("world"u8, record.World);
        writer.WriteNumber("seed"u8, record.Seed);
        writer.WriteIfAny("chosenSeed"u8, record.ChosenSeed);
        writer.WriteIfAny("fidelity"u8, record.Fidelity?.ToString());
        if (record.CareWindow is { } careWindow)
        {
            writer.WriteBoolean("careWindow"u8, careWindow);
        }

        if (record.Delays != default)
        {
            writer.WritePropertyName("delays"u8);
            JsonSerializer.Serialize(writer, record.Delays, StoredJson.Default.StatusDelays);
        }

        if (record.Clock is { } clock)
        {
            writer.WritePropertyName("clock"u8);
            clock.Write(writer);
        }

        writer.WriteEndObject();
    });
}
