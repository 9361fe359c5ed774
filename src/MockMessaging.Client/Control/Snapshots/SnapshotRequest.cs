namespace MockMessaging.Control;

/// <summary>A snapshot to take.</summary>
public sealed class SnapshotRequest
{
    /// <summary>Name of the snapshot. An earlier snapshot with this name is replaced.</summary>
    /// <example>prepared</example>
    public string? Name { get; set; }
}

/// <summary>A snapshot of the workspace.</summary>
/// <param name="Name">Name of the snapshot.</param>
/// <param name="TakenAt">When it was taken, by the workspace's clock.</param>
/// <param name="Messages">Number of messages in it, without those of the fixtures.</param>
/// <param name="Bytes">Size in bytes.</param>
public sealed record SnapshotView(string Name, DateTimeOffset TakenAt, int Messages, int Bytes) : ControlRecord;

/// <summary>The snapshots of the workspace, oldest first unless `order` is newest.</summary>
/// <param name="Snapshots">The snapshots.</param>
/// <param name="Next">Send it as `after` (or as `before` with `order=newest`) to get the next page; absent on the last page.</param>
public sealed record SnapshotList(IReadOnlyList<SnapshotView> Snapshots, string? Next) : ControlRecord;
