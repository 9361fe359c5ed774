namespace MockMessaging.Seeding;

/// <summary>One row of <c>conversations.json</c>: a finished talk with a customer, so that examples with its ids work under the key <c>demo</c>.</summary>
internal sealed record ConversationFixture
{
    public required string SessionId { get; init; }

    public required string ChannelId { get; init; }

    public required string Queue { get; init; }

    public required string Name { get; init; }

    /// <summary>Phone of the customer; null if the channel knows none.</summary>
    public string? Phone { get; init; }

    /// <summary>What the channel calls the customer. Default: the phone.</summary>
    public string? Csid { get; init; }

    /// <summary>Id of the contact. Default: made of channel and <see cref="Csid"/>, as for everybody.</summary>
    public string? ContactId { get; init; }

    public string? Email { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required IReadOnlyList<ConversationLine> Messages { get; init; }
}

/// <summary>One message of a conversation in <c>conversations.json</c>.</summary>
internal sealed record ConversationLine
{
    public required string Id { get; init; }

    public required bool Inbound { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Text { get; init; }
}
