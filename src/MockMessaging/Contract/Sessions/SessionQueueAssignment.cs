using System.Text.Json.Nodes;

namespace MockMessaging.Contract;

/// <summary>Where to route a session.</summary>
public sealed class SessionQueueAssignment
{
    /// <summary>The agent in charge; only matters where the queue is one of agents.</summary>
    /// <example>asha</example>
    public string? Agent { get; set; }

    /// <summary>Handed to the app of the queue, in <c>sessionRouted.params</c> of its event.</summary>
    public JsonObject? Params { get; set; }

    /// <summary>Queue code or id of the client app that gets all later messages of the customer; left out, nobody is in charge.</summary>
    /// <example>agent_desk</example>
    public string? Queue { get; set; }

    /// <summary>Id of the session.</summary>
    /// <example>61f3810a02e14c0877fc1a32</example>
    public string? SessionId { get; set; }

    /// <summary>Skills the agent needs; only matter where the queue is one of agents.</summary>
    public IReadOnlyList<string>? Skills { get; set; }

    /// <summary>The team in charge; only matters where the queue is one of agents.</summary>
    /// <example>SUPPORT</example>
    public string? Team { get; set; }
}
