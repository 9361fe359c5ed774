using System.Text.Json;
using System.Text.Json.Nodes;
using MockMessaging.Errors;
using MockMessaging.Workspaces;

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

    internal Fault ToFault(string id, long nowMs)
    {
        var target = ParsedTarget();
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

    private FaultTarget ParsedTarget()
    {
        switch (Target)
        {
            case null:
                return new FaultTarget(Effect is { IsForPushes: true });
            case JsonValue word when word.GetValueKind() == JsonValueKind.String && word.GetValue<string>() is "webhooks":
                return new FaultTarget(Pushes: true);
            case JsonObject wanted when wanted.Select(field => field.Key).Except(["method", "path", "webhooks", "type", "status", "contactId"]).FirstOrDefault() is { } unknown:
                throw ErrorCatalog.Impossible($"target.{unknown}", $"target.{unknown} is not known; use method and path, or webhooks, type, status and contactId.");
            case JsonObject wanted:
                var type = Word(wanted, "type");
                var isForPushes = wanted["webhooks"] is JsonValue flag && flag.GetValueKind() == JsonValueKind.True
                    || type is not null || wanted["status"] is not null || wanted["contactId"] is not null;
                return new FaultTarget(isForPushes, Word(wanted, "method"), Word(wanted, "path"), type is null ? null : PushTypeOf(type), Word(wanted, "status"), Word(wanted, "contactId"));
            default:
                throw ErrorCatalog.Impossible("target", "target is neither the word webhooks nor an object.");
        }
    }

    private static PushType PushTypeOf(string word) => Enum.TryParse<PushType>(word, ignoreCase: true, out var type) && Enum.IsDefined(type)
        ? type
        : throw ErrorCatalog.Impossible("target.type", $"target.type: '{word}' is none of messages, statuses, events and contactinfo.");

    private static string? Word(JsonObject owner, string name) => owner[name] switch
    {
        null => null,
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        _ => throw ErrorCatalog.Impossible($"target.{name}", $"target.{name} is no string."),
    };
}
