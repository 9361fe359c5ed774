using System.Text.Json.Nodes;

namespace MockMessaging.Contract;

/// <summary>A request to route a session.</summary>
public sealed class SessionQueueAssignment
{
    /// <summary>Agent in charge; only used if the queue belongs to agents.</summary>
    /// <example>asha</example>
    public string? Agent { get; set; }

    /// <summary>Passed to the app of the queue, in <c>sessionRouted.params</c> of its event.</summary>
    public JsonObject? Params { get; set; }

    /// <summary>Queue code or id of the client app that gets all later messages of the customer. Default: none, then no app gets them.</summary>
    /// <example>agent_desk</example>
    public string? Queue { get; set; }

    /// <example>61f3810a02e14c0877fc1a32</example>
    public string? SessionId { get; set; }

    /// <summary>Skills that the agent needs; only used if the queue belongs to agents.</summary>
    public IReadOnlyList<string>? Skills { get; set; }

    /// <summary>Team in charge; only used if the queue belongs to agents.</summary>
    /// <example>SUPPORT</example>
    public string? Team { get; set; }
}

/// <summary>Id of a session.</summary>
public sealed class SessionStatusClose
{
    /// <example>61f3810a02e14c0877fc1a32</example>
    public string? SessionId { get; set; }
}
