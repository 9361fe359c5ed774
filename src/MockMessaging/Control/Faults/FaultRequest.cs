using System.Text.Json.Nodes;
using MockMessaging.Errors;
using MockMessaging.State;

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

    internal Fault ToFault(string id, long nowMs, ApiRoutes routes)
    {
        var target = FaultTargetNode.Parse(Target, Effect is { IsForPushes: true }, routes);
        if (Effect?.BeforeTheAnswer is true && target.Type is not (null or PushType.Statuses))
        {
            throw ErrorCatalog.Impossible("target.type", "target.type: beforeTheAnswer is for the first status of a message; use statuses, or leave it out.");
        }

        return new Fault
        {
            Id = id,
            Name = string.IsNullOrWhiteSpace(Name) ? id : HeaderSafe(Name),
            Target = target,
            Trigger = Trigger?.Parsed() ?? new FaultTrigger(Next: 1),
            Effect = (Effect ?? throw ErrorCatalog.Impossible("effect", "effect is missing; give an effect such as {\"status\":503}.")).Parsed(target.Pushes),
            UntilMs = Spans.OfOptional(Ttl, "ttl", Spans.Longest) is { } ttl ? nowMs + (long)ttl.TotalMilliseconds : null,
        };
    }

    private static string HeaderSafe(string name) => name.Length <= 100 && name.All(letter => letter is > ' ' and <= '~')
        ? name
        : throw ErrorCatalog.Impossible("name", "name: use at most 100 ASCII characters without spaces, because it is sent as a header.");
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

    internal static FaultTriggerRequest Of(FaultTrigger trigger) =>
        new() { Next = trigger.Next, Every = trigger.Every, Probability = trigger.Probability, Always = trigger.Always ? true : null };

    internal FaultTrigger Parsed()
    {
        var given = new object?[] { Next, Every, Probability, Always is true ? true : null }.Count(value => value is not null);
        if (given != 1)
        {
            throw ErrorCatalog.Impossible("trigger", "trigger: give exactly one of next, every, probability and always.");
        }

        return Next is < 1 || Every is < 1 || Probability is <= 0 or >= 1
            ? throw ErrorCatalog.Impossible("trigger", "trigger: next and every must be at least 1, probability above 0 and below 1.")
            : new FaultTrigger(Next, Every, Probability, Always ?? false);
    }
}
