using System.Text.Json.Nodes;

namespace MockMessaging.Contract;

/// <summary>SessionQueueAssignment</summary>
public sealed class SessionQueueAssignment
{
    /// <summary>agent</summary>
    public string? Agent { get; set; }

    /// <summary>params</summary>
    public JsonObject? Params { get; set; }

    /// <summary>queue</summary>
    public string? Queue { get; set; }

    /// <summary>sessionId</summary>
    public string? SessionId { get; set; }

    /// <summary>skills</summary>
    public IReadOnlyList<string>? Skills { get; set; }

    /// <summary>team</summary>
    public string? Team { get; set; }
}
