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
