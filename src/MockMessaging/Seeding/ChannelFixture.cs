namespace MockMessaging.Seeding;

/// <summary>One row of <c>channels.json</c>: a channel every fresh workspace starts with.</summary>
internal sealed record ChannelFixture
{
    public required string ChannelId { get; init; }

    /// <summary>What it is called; by contact type and lane when left out.</summary>
    public string? Name { get; init; }

    public bool Disabled { get; init; }

    public bool Sandbox { get; init; }
}
