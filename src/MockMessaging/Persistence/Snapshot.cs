using System.Text.Json;
using System.Text.Json.Serialization;
using MockMessaging.State;
using MockMessaging.Storage;

namespace MockMessaging.Persistence;

/// <summary>A workspace as it was at a moment, under a name. It belongs to the key, and outlives resets.</summary>
internal sealed class Snapshot : Record
{
    /// <summary>The generation of what belongs to none.</summary>
    public const int NoWorld = 0;

    /// <summary>Bytes of content in one document: LiteDB takes 16 MB, and content is written in base 64.</summary>
    public const int PartBytes = 6_000_000;

    public required string Key { get; init; }

    public required string Name { get; init; }

    public required long TakenAt { get; init; }

    public required int Messages { get; init; }

    /// <summary>The archive, as UTF-8 JSON.</summary>
    public required byte[] Content { get; init; }

    [JsonIgnore]
    public override DocumentKind Kind => DocumentKind.Snapshot;

    /// <summary>The ids of its parts in the data file, which takes no document of any size.</summary>
    [JsonIgnore]
    public IReadOnlyList<long> PartIds { get; init; } = [];

    /// <summary>One snapshot of the content of all parts, which come in their order.</summary>
    public static Snapshot Join(IReadOnlyList<Snapshot> parts) => new()
    {
        StoreId = parts[0].StoreId,
        Key = parts[0].Key,
        Name = parts[0].Name,
        TakenAt = parts[0].TakenAt,
        Messages = parts[0].Messages,
        Content = parts.Select(part => part.Content).Aggregate(static (all, more) => [.. all, .. more]),
        PartIds = [.. parts.Select(part => part.StoreId)],
    };

    /// <summary>The same with a part of the content, as it stands in one document.</summary>
    public Snapshot Part(int number) => new()
    {
        Key = Key,
        Name = Name,
        TakenAt = TakenAt,
        Messages = Messages,
        Content = Content[(number * PartBytes)..Math.Min(Content.Length, (number + 1) * PartBytes)],
    };

    public override byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, StoredJson.Default.Snapshot);
}
