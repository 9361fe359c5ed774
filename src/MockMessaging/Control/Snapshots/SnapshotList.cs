namespace MockMessaging.Control;

/// <summary>The snapshots of the workspace, oldest first unless asked for otherwise.</summary>
/// <param name="Snapshots">Those asked for.</param>
/// <param name="Next">Send it as <c>after</c>, or as <c>before</c> with the newest first, to go on; absent where nothing more matches.</param>
public sealed record SnapshotList(IReadOnlyList<SnapshotView> Snapshots, string? Next);
