namespace MockMessaging.Control;

/// <summary>A snapshot to take.</summary>
public sealed class SnapshotRequest
{
    /// <summary>What to call it; one of the same name is replaced.</summary>
    /// <example>prepared</example>
    public string? Name { get; set; }
}
