using System.Text.Json.Nodes;

namespace MockMessaging.Control;

/// <summary>A fault to add.</summary>
public sealed class FaultRequest
{
    /// <summary>Name of the fault in the response header X-Sandbox-Fault and in lists. Default: its id.</summary>
    /// <example>flaky-send</example>
    public string? Name { get; set; }

    /// <summary>
    /// What the fault hits. Requests: an object with `method` and `path`; what is left out matches every request. Downloads of media: the word `media`, or an object with
    /// `media` true and any of `method` and `path`. Pushes: the word `webhooks`, or an object with `webhooks` true and any of `type`, `status` and `contactId`. Default: every
    /// push if the effect is for pushes, else every request of the API.
    /// </summary>
    public JsonNode? Target { get; set; }

    /// <summary>When the fault hits. Default: the next time, once.</summary>
    public FaultTriggerRequest? Trigger { get; set; }

    /// <summary>What the fault does.</summary>
    public FaultEffectRequest? Effect { get; set; }

    /// <summary>The fault ends after this time of the workspace's clock: ISO 8601 duration, at most P36500D. Default: it does not end.</summary>
    /// <example>PT10M</example>
    public string? Ttl { get; set; }
}

/// <summary>What to change about a fault.</summary>
public sealed class FaultChange
{
    /// <summary>True pauses the fault, false resumes it.</summary>
    /// <example>true</example>
    public bool? Paused { get; set; }
}

/// <summary>When a fault hits: set exactly one of the four.</summary>
public sealed class FaultTriggerRequest
{
    /// <summary>The next N times.</summary>
    /// <example>2</example>
    public int? Next { get; set; }

    /// <summary>Every Nth time: 3 hits the third, the sixth and so on.</summary>
    public int? Every { get; set; }

    /// <summary>At random with this probability, above 0 and below 1. The workspace's seed decides, so every run is the same.</summary>
    public double? Probability { get; set; }

    /// <summary>True: every time.</summary>
    public bool? Always { get; set; }
}
