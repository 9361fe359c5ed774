namespace MockMessaging.Seeding;

/// <summary>One row of <c>client-apps.json</c>: an app, and so a queue, every fresh workspace starts with.</summary>
internal sealed record ClientAppFixture
{
    public required string Id { get; init; }

    public required string KeyName { get; init; }

    public required string Queue { get; init; }

    public required string AppType { get; init; }

    public bool Shared { get; init; }

    /// <summary>The app that owns the workspace's own key.</summary>
    public bool Default { get; init; }
}
