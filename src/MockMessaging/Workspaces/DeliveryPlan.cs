using System.Text.Json.Serialization;

namespace MockMessaging.Workspaces;

/// <summary>
/// All that will happen to a message, known when it is accepted. It is stored once, and the status at any moment follows
/// from the plan and the clock, so that a status change costs no write.
/// </summary>
internal sealed class DeliveryPlan(string outcome, IReadOnlyList<DeliveryStage> stages)
{
    private byte[]? _stored;

    public string Outcome { get; } = outcome;

    public IReadOnlyList<DeliveryStage> Stages { get; } = stages;

    /// <summary>How it stands in the data file; many messages share a plan.</summary>
    [JsonIgnore]
    public byte[] Stored => _stored ??= JsonBytes.Write(this, static (plan, writer) =>
    {
        writer.WriteStartObject();
        writer.WriteString("outcome"u8, plan.Outcome);
        writer.WriteStartArray("stages"u8);
        foreach (var stage in plan.Stages)
        {
            stage.Write(writer);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    });
}
