using System.Text.Json.Nodes;
using MockMessaging.Errors;
using MockMessaging.State;

namespace MockMessaging.Control;

/// <summary>Something to go wrong on purpose.</summary>
public sealed class FaultRequest
{
    /// <summary>What it is called in the answer header X-Sandbox-Fault and in lists. Default: its id.</summary>
    /// <example>flaky-send</example>
    public string? Name { get; set; }

    /// <summary>
    /// What it strikes: an object with <c>method</c> and <c>path</c> for calls of the API, each of them or both left out for all; the word
    /// <c>webhooks</c>, or an object with <c>webhooks</c> true and <c>type</c>, <c>status</c> or <c>contactId</c>, for pushes. Default: every push
    /// where the effect is one that only pushes have, else every call.
    /// </summary>
    public JsonNode? Target { get; set; }

    /// <summary>When it strikes. Default: the next time, once.</summary>
    public FaultTriggerRequest? Trigger { get; set; }

    /// <summary>What it does.</summary>
    public FaultEffectRequest? Effect { get; set; }

    /// <summary>How long it lasts at most, by the workspace's clock, in ISO 8601 and at most P36500D. Default: for good.</summary>
    /// <example>PT10M</example>
    public string? Ttl { get; set; }

    internal Fault ToFault(string id, long nowMs, ApiRoutes routes)
    {
        var target = FaultTargetNode.Parse(Target, Effect is { IsForPushes: true }, routes);
        if (Effect?.BeforeTheAnswer is true && target.Type is not (null or PushType.Statuses))
        {
            throw ErrorCatalog.Impossible("target.type", "target.type: beforeTheAnswer is about the first status of a message; use statuses, or leave it out.");
        }

        return new Fault
        {
            Id = id,
            Name = string.IsNullOrWhiteSpace(Name) ? id : Named(Name),
            Target = target,
            Trigger = Trigger?.Parsed() ?? new FaultTrigger(Next: 1),
            Effect = (Effect ?? throw ErrorCatalog.Impossible("effect", "effect is missing: say what shall go wrong, such as {\"status\":503}.")).Parsed(target.Pushes),
            UntilMs = Spans.OfOptional(Ttl, "ttl", Spans.Longest) is { } ttl ? nowMs + (long)ttl.TotalMilliseconds : null,
        };
    }

    private static string Named(string name) => name.Length <= 100 && name.All(letter => letter is > ' ' and <= '~')
        ? name
        : throw ErrorCatalog.Impossible("name", "name: at most 100 letters, digits and signs without blanks, since it becomes a header.");
}

/// <summary>When a fault strikes; exactly one of the four.</summary>
public sealed class FaultTriggerRequest
{
    /// <summary>The next so many times, then no more.</summary>
    /// <example>2</example>
    public int? Next { get; set; }

    /// <summary>Every so many times: 3 strikes the third, the sixth and so on.</summary>
    public int? Every { get; set; }

    /// <summary>With this probability, above 0 and below 1, from the workspace's seed and so the same in each run.</summary>
    public double? Probability { get; set; }

    /// <summary>Every time.</summary>
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
            ? throw ErrorCatalog.Impossible("trigger", "trigger: next and every are at least 1, probability is above 0 and below 1.")
            : new FaultTrigger(Next, Every, Probability, Always ?? false);
    }
}
