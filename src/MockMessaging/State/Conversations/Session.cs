using System.Text.Json.Serialization;

namespace MockMessaging.State;

/// <summary>One conversation with a contact. The time of the last message is not stored, because it follows from the messages.</summary>
internal sealed class Session : Record
{
    private readonly List<Message> _messages = [];
    private readonly List<SessionEntry> _entries = [];

    public required string Id { get; init; }

    public required string ContactId { get; init; }

    public required long CreatedAt { get; init; }

    /// <summary>Queue code of the app in charge; null after a routing without a queue.</summary>
    public string? Queue { get; set; }

    public string? Mode { get; set; }

    public required string RoutingId { get; set; }

    public SessionStatus Status { get; set; } = SessionStatus.Open;

    public bool Active { get; set; } = true;

    public bool Primary { get; set; } = true;

    public string? Agent { get; set; }

    public string? Team { get; set; }

    public IReadOnlyList<string>? Skills { get; set; }

    public long RoutedAt { get; set; }

    public long? ResolvedAt { get; set; }

    public long? ClosedAt { get; set; }

    [JsonIgnore]
    public Contact Contact { get; set; } = null!;

    [JsonIgnore]
    public IReadOnlyList<Message> Messages => _messages;

    /// <summary>The other lines of its transcript: actions, and notes of agents.</summary>
    [JsonIgnore]
    public IReadOnlyList<SessionEntry> Entries => _entries;

    [JsonIgnore]
    public long? LastInboundAt { get; private set; }

    /// <summary>Time of the newest message, in milliseconds since the epoch; 0 if there is none.</summary>
    [JsonIgnore]
    public long LastMessageAt { get; private set; }

    [JsonIgnore]
    public bool IsResolved => ResolvedAt is not null;

    public bool IsValidAt(long nowMs, long timeoutMs) => Active && nowMs - Math.Max(LastMessageAt, Math.Max(RoutedAt, CreatedAt)) < timeoutMs;

    public void Add(Message message)
    {
        _messages.Add(message);
        LastMessageAt = Math.Max(LastMessageAt, message.AcceptedAt);
        if (message.IsInbound)
        {
            LastInboundAt = message.AcceptedAt;
        }
    }

    public void Add(SessionEntry entry) => _entries.Add(entry);

    /// <summary>Drops its transcript, because the live stream may still refer to the session.</summary>
    public void Forget()
    {
        _messages.Clear();
        _messages.TrimExcess();
        _entries.Clear();
        _entries.TrimExcess();
    }

    public void Close(SessionStatus status, long nowMs)
    {
        Active = false;
        Primary = false;
        Status = status;
        ClosedAt = nowMs;
    }

    public void Reopen(bool isCurrent)
    {
        ResolvedAt = null;
        ClosedAt = null;
        Active = Primary = isCurrent;
    }
}

internal enum SessionStatus
{
    Open,
    Expired,
    Resolved,
    Closed,
}

/// <summary>A line of a transcript that is not a message: an action on the session, or a note of an agent.</summary>
internal sealed class SessionEntry : Record
{
    public required string Id { get; init; }

    public required string SessionId { get; init; }

    public required long At { get; init; }

    /// <summary>The action, in the vendor's word for its event; null for a note.</summary>
    public string? Action { get; init; }

    public required string Text { get; init; }

    public required string By { get; init; }
}
