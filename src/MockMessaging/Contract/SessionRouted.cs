using System.Text.Json.Nodes;

namespace MockMessaging.Contract;

/// <summary>SessionRouted</summary>
public sealed class SessionRouted
{
    /// <summary>params</summary>
    public JsonObject? Params { get; set; }

    /// <summary>routingId</summary>
    public string? RoutingId { get; set; }

    /// <summary>sessionStart</summary>
    public bool? SessionStart { get; set; }

    /// <summary>sourceQueue</summary>
    public string? SourceQueue { get; set; }

    /// <summary>targetQueue</summary>
    public string? TargetQueue { get; set; }
}
