namespace MockMessaging.Seeding;

/// <summary>One row of <c>channels.json</c>: a channel every fresh workspace starts with.</summary>
internal sealed record ChannelFixture
{
    public required string ChannelId { get; init; }

    public required string Name { get; init; }

    public bool Disabled { get; init; }

    public bool Sandbox { get; init; }
}
