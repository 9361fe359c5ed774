using System.Text.Json.Serialization;
using MockMessaging.Storage;
using MockMessaging.Time;

namespace MockMessaging.State;

/// <summary>How far a generation has come: every timer up to <see cref="Fired"/> has fired, and so many ids and dice are used up.</summary>
internal sealed class Progress : Record
{
    public DueOrder Fired { get; set; }

    public long Ids { get; set; }

    public long Rolls { get; set; }

    [JsonIgnore]
    public override DocumentKind Kind => DocumentKind.Progress;

    public override byte[] ToBytes() => JsonBytes.Write(this, static (progress, writer) =>
    {
        writer.WriteStartObject();
        writer.WriteStartObject("fired"u8);
        writer.WriteNumber("dueMs"u8, progress.Fired.DueMs);
        writer.WriteNumber("recordId"u8, progress.Fired.RecordId);
        writer.WriteNumber("step"u8, progress.Fired.Step);
        writer.WriteEndObject();
        writer.WriteNumber("ids"u8, progress.Ids);
        writer.WriteNumber("rolls"u8, progress.Rolls);
        writer.WriteEndObject();
    });
}
