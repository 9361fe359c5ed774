namespace MockMessaging.State;

/// <summary>A workspace as it was at a moment, under a name. It belongs to the key, and outlives resets.</summary>
internal sealed class Snapshot : Record
{
    /// <summary>Bytes of content in one part: LiteDB takes no document of 16 MB.</summary>
    public const int PartBytes = 6_000_000;

    public required string Key { get; init; }

    public required string Name { get; init; }

    public required long TakenAt { get; init; }

    public required int Messages { get; init; }

    public required byte[] Content { get; init; }

    /// <summary>The record numbers of its parts in the data file.</summary>
    public IReadOnlyList<long> PartIds { get; init; } = [];

    /// <summary>How many parts it was stored in; 0 if an earlier version stored it.</summary>
    public int PartCount { get; init; }

    /// <summary>Joins the parts of a snapshot, given in their order.</summary>
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

    /// <summary>The same with a part of the content each, as it is stored.</summary>
    public IEnumerable<Snapshot> Parts() => PartIds.Select((id, number) => new Snapshot
    {
        StoreId = id,
        IsUnstored = true,
        Key = Key,
        Name = Name,
        TakenAt = TakenAt,
        Messages = Messages,
        PartCount = PartIds.Count,
        Content = Content[StartOf(number)..StartOf(number + 1)],
    });

    /// <summary>Where a part starts: never within a character.</summary>
    private int StartOf(int number)
    {
        var at = Math.Min(Content.Length, number * PartBytes);
        while (at < Content.Length && (Content[at] & 0xC0) == 0x80)
        {
            at--;
        }

        return at;
    }
}
