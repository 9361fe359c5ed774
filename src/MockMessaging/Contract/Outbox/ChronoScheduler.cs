using System.Text.Json.Nodes;

namespace MockMessaging.Contract;

/// <summary>When and how often something is sent.</summary>
public sealed class ChronoScheduler
{
    /// <summary>Values.</summary>
    public JsonObject? Data { get; set; }

    /// <summary>When it ends.</summary>
    public string? EndAt { get; set; }

    /// <summary>Time between two runs.</summary>
    public string? Interval { get; set; }

    /// <summary>Whether it repeats.</summary>
    public bool? Repeat { get; set; }

    /// <summary>How often it repeats.</summary>
    public long? RepeatCount { get; set; }

    /// <summary>When it starts.</summary>
    public string? StartAt { get; set; }

    /// <summary>Id of the task.</summary>
    public string? TaskId { get; set; }

    /// <summary>Topic of the task.</summary>
    public string? Topic { get; set; }
}
