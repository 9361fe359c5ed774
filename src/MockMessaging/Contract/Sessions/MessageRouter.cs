namespace MockMessaging.Contract;

/// <summary>Who sent a message, and through which queue.</summary>
public sealed class MessageRouter
{
    /// <summary>Queue code of the sending app.</summary>
    public string? QueueCode { get; set; }

    /// <summary>Id of the routing.</summary>
    public string? RouterId { get; set; }

    /// <summary>Mode of the sending app.</summary>
    public string? SendMode { get; set; }

    /// <summary>Type of the sending app.</summary>
    public string? SenderApp { get; set; }

    /// <summary>Code of the sender.</summary>
    public string? SenderCode { get; set; }

    /// <summary>API, AGENT, SYSTEM, BOT or ADMIN.</summary>
    public string? SenderType { get; set; }
}
