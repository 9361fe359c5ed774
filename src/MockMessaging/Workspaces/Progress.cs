using System.Text.Json;
using System.Text.Json.Serialization;
using MockMessaging.Storage;
using MockMessaging.Time;

namespace MockMessaging.Workspaces;

/// <summary>How far a world has come: every timer up to <see cref="Fired"/> has fired, and so many ids and dice are used up.</summary>
internal sealed class Progress : Record
{
    public DueOrder Fired { get; set; }

    public long Ids { get; set; }

    public long Rolls { get; set; }

    [JsonIgnore]
    public override DocumentKind Kind => DocumentKind.Progress;

    public override byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, StoredJson.Default.Progress);
}
