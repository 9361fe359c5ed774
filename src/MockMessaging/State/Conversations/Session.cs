using System.Text.Json.Serialization;

namespace MockMessaging.State;

/// <summary>One conversation with a contact. Signs of life are not stored: they follow from the messages.</summary>
internal sealed class Session : Record
{
    private readonly List<Message> _messages = [];
    private readonly List<SessionEntry> _entries = [];

    public required string Id { get; init; }

    public required string ContactId { get; init; }

    public required long CreatedAt { get; init; }

    /// <summary>Queue code of the app in charge; none after a routing without a queue.</summary>
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

    /// <summary>What was done to it or noted about it, beside the messages.</summary>
    [JsonIgnore]
    public IReadOnlyList<SessionEntry> Entries => _entries;

    [JsonIgnore]
    public long? LastInboundAt { get; private set; }

    /// <summary>The later of the last change and the last message, in milliseconds since the epoch.</summary>
    [JsonIgnore]
    public long LastSignOfLife { get; private set; }

    [JsonIgnore]
    public bool IsResolved => ResolvedAt is not null;

    public bool IsValidAt(long nowMs, long timeoutMs) => Active && nowMs - Math.Max(LastSignOfLife, Math.Max(RoutedAt, CreatedAt)) < timeoutMs;

    public void Add(Message message)
    {
        _messages.Add(message);
        LastSignOfLife = Math.Max(LastSignOfLife, message.AcceptedAt);
        if (message.IsInbound)
        {
            LastInboundAt = message.AcceptedAt;
        }
    }

    public void Add(SessionEntry entry) => _entries.Add(entry);

    /// <summary>Lets go of its transcript, where only others that outlive it still know it.</summary>
    public void Forget()
    {
        _messages.Clear();
        _messages.TrimExcess();
        _entries.Clear();
        _entries.TrimExcess();
    }

    /// <summary>Ends the session's life; its messages stay readable.</summary>
    public void Close(SessionStatus status, long nowMs)
    {
        Active = false;
        Primary = false;
        Status = status;
        ClosedAt = nowMs;
    }

    /// <summary>Makes a resolved or closed session an open matter again.</summary>
    /// <param name="isCurrent">Whether the contact's later messages belong to it.</param>
    public void Reopen(bool isCurrent)
    {
        ResolvedAt = null;
        ClosedAt = null;
        Active = Primary = isCurrent;
    }
}

/// <summary>Where a session stands.</summary>
internal enum SessionStatus
{
    Open,
    Expired,
    Resolved,
    Closed,
}
