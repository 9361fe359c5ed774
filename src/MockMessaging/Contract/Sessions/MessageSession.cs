namespace MockMessaging.Contract;

/// <summary>A session as it stands.</summary>
public sealed class MessageSession
{
    /// <summary>The agent in charge.</summary>
    public string? Agent { get; set; }

    /// <summary>The bot in charge.</summary>
    public string? Bot { get; set; }

    /// <summary>The team in charge.</summary>
    public string? Dept { get; set; }

    /// <summary>Whether no message came before.</summary>
    public bool? FirstMessage { get; set; }

    /// <summary>Whether the session starts with it.</summary>
    public bool? InitMessage { get; set; }

    /// <summary>How the session is answered.</summary>
    public string? Mode { get; set; }

    /// <summary>Queue code.</summary>
    public string? Queue { get; set; }

    /// <summary>Whether the matter is settled.</summary>
    public bool? Resolved { get; set; }

    /// <summary>Changes only when the session is routed.</summary>
    public string? RoutingId { get; set; }

    /// <summary>When the session began, ms since the epoch.</summary>
    public long? SessionStamp { get; set; }

    /// <summary>Opaque.</summary>
    public string? TicketHash { get; set; }
}
