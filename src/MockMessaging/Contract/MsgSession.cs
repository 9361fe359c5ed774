namespace MockMessaging.Contract;

/// <summary>MsgSession</summary>
public sealed class MsgSession
{
    /// <summary>assignedToAgent</summary>
    public string? AssignedToAgent { get; set; }

    /// <summary>assignedToDept</summary>
    public string? AssignedToDept { get; set; }

    /// <summary>routingId</summary>
    public string? RoutingId { get; set; }

    /// <summary>sessionId</summary>
    public string? SessionId { get; set; }
}
