using System.Text.Json.Nodes;

namespace MockMessaging.Contract;

/// <summary>State of a session.</summary>
public sealed class MessageSession
{
    public string? Agent { get; set; }
    public string? Bot { get; set; }

    /// <summary>Team in charge.</summary>
    public string? Dept { get; set; }

    /// <summary>True if no message came before.</summary>
    public bool? FirstMessage { get; set; }

    /// <summary>True if the session starts with this message.</summary>
    public bool? InitMessage { get; set; }

    public string? Mode { get; set; }

    /// <summary>Queue code.</summary>
    public string? Queue { get; set; }

    /// <summary>True if the session is resolved.</summary>
    public bool? Resolved { get; set; }

    /// <summary>Changes only when the session is routed.</summary>
    public string? RoutingId { get; set; }

    /// <summary>When the session began, ms since the epoch.</summary>
    public long? SessionStamp { get; set; }

    public string? TicketHash { get; set; }
}

/// <summary>Sender of a message.</summary>
public sealed class MessageRouter
{
    /// <summary>Queue code of the sending app.</summary>
    public string? QueueCode { get; set; }

    public string? RouterId { get; set; }

    /// <summary>Mode of the sending app.</summary>
    public string? SendMode { get; set; }

    /// <summary>Type of the sending app.</summary>
    public string? SenderApp { get; set; }

    public string? SenderCode { get; set; }

    /// <summary>API, AGENT, SYSTEM, BOT or ADMIN.</summary>
    public string? SenderType { get; set; }
}

/// <summary>The queues that a session was routed from and to.</summary>
public sealed class SessionRouted
{
    /// <summary>Params of the request that routed the session.</summary>
    public JsonObject? Params { get; set; }

    /// <summary>Changes only when the session is routed.</summary>
    public string? RoutingId { get; set; }

    /// <summary>True if the session starts with this routing.</summary>
    public bool? SessionStart { get; set; }

    public string? SourceQueue { get; set; }
    public string? TargetQueue { get; set; }
}

/// <summary>The people in charge of a session before and after a change.</summary>
public sealed class SessionAssigned
{
    public string? NewAgent { get; set; }
    public string? NewBot { get; set; }
    public string? NewDept { get; set; }
    public string? OldAgent { get; set; }
    public string? OldBot { get; set; }
    public string? OldDept { get; set; }
}
