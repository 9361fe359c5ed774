namespace MockMessaging.Seeding;

/// <summary>One message of a conversation in <c>conversations.json</c>.</summary>
internal sealed record ConversationLine
{
    public required string Id { get; init; }

    public required bool Inbound { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Text { get; init; }
}
