namespace MockMessaging.Seeding;

/// <summary>One row of <c>conversations.json</c>: a finished talk with a customer, so that examples with its ids work in a fresh workspace.</summary>
internal sealed record ConversationFixture
{
    public required string SessionId { get; init; }

    public required string ChannelId { get; init; }

    public required string Queue { get; init; }

    public required string Name { get; init; }

    public required string Phone { get; init; }

    public string? Email { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required IReadOnlyList<ConversationLine> Messages { get; init; }
}
