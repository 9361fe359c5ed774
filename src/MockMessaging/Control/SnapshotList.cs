namespace MockMessaging.Control;

/// <summary>The snapshots of the workspace, oldest first.</summary>
/// <param name="Snapshots">All of them.</param>
public sealed record SnapshotList(IReadOnlyList<SnapshotView> Snapshots);
