using System.Text.Json.Nodes;

namespace MockMessaging.Contract;

/// <summary>ChronoScheduler</summary>
public sealed class ChronoScheduler
{
    /// <summary>data</summary>
    public JsonObject? Data { get; set; }

    /// <summary>endAt</summary>
    public string? EndAt { get; set; }

    /// <summary>interval</summary>
    public string? Interval { get; set; }

    /// <summary>repeat</summary>
    public bool? Repeat { get; set; }

    /// <summary>repeatCount</summary>
    public long? RepeatCount { get; set; }

    /// <summary>startAt</summary>
    public string? StartAt { get; set; }

    /// <summary>taskId</summary>
    public string? TaskId { get; set; }

    /// <summary>topic</summary>
    public string? Topic { get; set; }
}
