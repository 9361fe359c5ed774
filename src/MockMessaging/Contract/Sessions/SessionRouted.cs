using System.Text.Json.Nodes;

namespace MockMessaging.Contract;

/// <summary>From where to where a session was routed.</summary>
public sealed class SessionRouted
{
    /// <summary>What the call that routed the session handed over.</summary>
    public JsonObject? Params { get; set; }

    /// <summary>Changes only when the session is routed.</summary>
    public string? RoutingId { get; set; }

    /// <summary>Whether the session starts with this routing.</summary>
    public bool? SessionStart { get; set; }

    /// <summary>Queue it came from.</summary>
    public string? SourceQueue { get; set; }

    /// <summary>Queue it went to.</summary>
    public string? TargetQueue { get; set; }
}
