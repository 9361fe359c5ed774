namespace MockMessaging.Contract;

/// <summary>MessageSession</summary>
public sealed class MessageSession
{
    /// <summary>agent</summary>
    public string? Agent { get; set; }

    /// <summary>bot</summary>
    public string? Bot { get; set; }

    /// <summary>dept</summary>
    public string? Dept { get; set; }

    /// <summary>firstMessage</summary>
    public bool? FirstMessage { get; set; }

    /// <summary>initMessage</summary>
    public bool? InitMessage { get; set; }

    /// <summary>mode</summary>
    public string? Mode { get; set; }

    /// <summary>queue</summary>
    public string? Queue { get; set; }

    /// <summary>resolved</summary>
    public bool? Resolved { get; set; }

    /// <summary>routingId</summary>
    public string? RoutingId { get; set; }

    /// <summary>sessionStamp</summary>
    public long? SessionStamp { get; set; }

    /// <summary>ticketHash</summary>
    public string? TicketHash { get; set; }
}
