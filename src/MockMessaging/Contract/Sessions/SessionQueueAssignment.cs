using System.Text.Json.Nodes;

namespace MockMessaging.Contract;

/// <summary>Where to route a session.</summary>
public sealed class SessionQueueAssignment
{
    /// <summary>The agent in charge.</summary>
    /// <example>asha</example>
    public string? Agent { get; set; }

    /// <summary>What the app should know.</summary>
    public JsonObject? Params { get; set; }

    /// <summary>Queue code or id of a client app; left out, nobody is in charge.</summary>
    /// <example>agent_desk</example>
    public string? Queue { get; set; }

    /// <summary>Id of the session.</summary>
    /// <example>61f3810a02e14c0877fc1a32</example>
    public string? SessionId { get; set; }

    /// <summary>Skills the agent needs.</summary>
    public IReadOnlyList<string>? Skills { get; set; }

    /// <summary>The team in charge.</summary>
    /// <example>SUPPORT</example>
    public string? Team { get; set; }
}
