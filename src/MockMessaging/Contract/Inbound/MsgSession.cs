namespace MockMessaging.Contract;

/// <summary>The session of a pushed message.</summary>
public sealed class MsgSession
{
    /// <summary>The agent in charge.</summary>
    /// <example>SUPPORT</example>
    public string? AssignedToAgent { get; set; }

    /// <summary>The team in charge.</summary>
    /// <example>SUPPORT</example>
    public string? AssignedToDept { get; set; }

    /// <summary>Changes only when the session is routed.</summary>
    /// <example>xsds34434-323-232</example>
    public string? RoutingId { get; set; }

    /// <summary>Id of the session.</summary>
    /// <example>61f3810a02e14c0877fc1a32</example>
    public string? SessionId { get; set; }
}
