using System.Text.Json;
using System.Text.Json.Serialization;
using MockMessaging.Storage;

namespace MockMessaging.Workspaces;

/// <summary>A workspace as it was at a moment, under a name. It belongs to the key, and outlives resets.</summary>
internal sealed class Snapshot : Record
{
    /// <summary>The world of what belongs to none.</summary>
    public const int NoWorld = 0;

    public required string Key { get; init; }

    public required string Name { get; init; }

    public required long TakenAt { get; init; }

    public required int Messages { get; init; }

    /// <summary>The archive, as UTF-8 JSON.</summary>
    public required byte[] Content { get; init; }

    [JsonIgnore]
    public override DocumentKind Kind => DocumentKind.Snapshot;

    public override byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, StoredJson.Default.Snapshot);
}
