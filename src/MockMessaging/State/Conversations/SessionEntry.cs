namespace MockMessaging.State;

/// <summary>A line of a session's transcript that is no message: something done to the session, or a note of an agent.</summary>
internal sealed class SessionEntry : Record
{
    public required string Id { get; init; }

    public required string SessionId { get; init; }

    public required long At { get; init; }

    /// <summary>What was done, in the vendor's word for its event; none for a note.</summary>
    public string? Action { get; init; }

    public required string Text { get; init; }

    /// <summary>Who did or wrote it.</summary>
    public required string By { get; init; }
}
