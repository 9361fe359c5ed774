using MockMessaging.State;

namespace MockMessaging.Control;

/// <summary>A snapshot of the workspace.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="TakenAt">When it was taken, by the workspace's clock.</param>
/// <param name="Messages">How many messages it holds beside those of the fixtures.</param>
/// <param name="Bytes">How large it is.</param>
public sealed record SnapshotView(string Name, DateTimeOffset TakenAt, int Messages, int Bytes)
{
    internal static SnapshotView Of(Snapshot snapshot) => new(snapshot.Name, DateTimeOffset.FromUnixTimeMilliseconds(snapshot.TakenAt), snapshot.Messages, snapshot.Content.Length);
}

/// <summary>The snapshots of the workspace, oldest first unless asked for otherwise.</summary>
/// <param name="Snapshots">Those asked for.</param>
/// <param name="Next">Send it as <c>after</c>, or as <c>before</c> with the newest first, to go on; absent where nothing more matches.</param>
public sealed record SnapshotList(IReadOnlyList<SnapshotView> Snapshots, string? Next);

/// <summary>A snapshot to take.</summary>
public sealed class SnapshotRequest
{
    /// <summary>What to call it; one of the same name is replaced.</summary>
    /// <example>prepared</example>
    public string? Name { get; set; }
}
