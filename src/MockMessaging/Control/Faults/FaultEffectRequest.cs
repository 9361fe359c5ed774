using System.Text.Json.Nodes;
using MockMessaging.Errors;
using MockMessaging.State;
using MockMessaging.Time;

namespace MockMessaging.Control;

/// <summary>What a fault does. status, body, retryAfter, reset, truncate and processed are for calls; duplicate, reorder, beforeTheAnswer, drop and corrupt for pushes; delay for both.</summary>
public sealed class FaultEffectRequest
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(30);

    /// <summary>HTTP status to answer instead, 400 to 599.</summary>
    /// <example>503</example>
    public int? Status { get; set; }

    /// <summary>Body to answer instead. Default: a refusal as the API writes it.</summary>
    public JsonNode? Body { get; set; }

    /// <summary>The header Retry-After, in whole seconds of ISO 8601.</summary>
    public string? RetryAfter { get; set; }

    /// <summary>Cut the connection instead of answering.</summary>
    public bool? Reset { get; set; }

    /// <summary>Break the answer off in its middle.</summary>
    public bool? Truncate { get; set; }

    /// <summary>Whether the call takes effect although its answer is spoilt. Default false; a truncated or delayed call always does.</summary>
    public bool? Processed { get; set; }

    /// <summary>How much later: real time for a call, the workspace's time for a push.</summary>
    public string? Delay { get; set; }

    /// <summary>How many more times to send the same push at the same moment.</summary>
    public int? Duplicate { get; set; }

    /// <summary>Let the contact's next push overtake it.</summary>
    public bool? Reorder { get; set; }

    /// <summary>Push the first status of a message before message/send answers.</summary>
    public bool? BeforeTheAnswer { get; set; }

    /// <summary>Never send the push.</summary>
    public bool? Drop { get; set; }

    /// <summary>Break the push's body off in its middle.</summary>
    public bool? Corrupt { get; set; }

    /// <summary>Whether only pushes can be spoilt so.</summary>
    internal bool IsForPushes => Duplicate is not null || Reorder is true || BeforeTheAnswer is true || Drop is true || Corrupt is true;

    internal static FaultEffectRequest Of(FaultEffect effect) => new()
    {
        Status = effect.Status,
        Body = effect.Body?.DeepClone(),
        RetryAfter = effect.RetryAfterSeconds is { } wait ? IsoSpan.Of(TimeSpan.FromSeconds(wait)) : null,
        Reset = True(effect.Reset),
        Truncate = True(effect.Truncate),
        Processed = True(effect.Processed),
        Delay = effect.DelayMs is { } delay ? IsoSpan.Of(TimeSpan.FromMilliseconds(delay)) : null,
        Duplicate = effect.Duplicate,
        Reorder = True(effect.Reorder),
        BeforeTheAnswer = True(effect.BeforeTheAnswer),
        Drop = True(effect.Drop),
        Corrupt = True(effect.Corrupt),
    };

    internal FaultEffect Parsed(bool forPushes)
    {
        var forCalls = Status is not null || Body is not null || RetryAfter is not null || Reset is true || Truncate is true || Processed is not null;
        if (forPushes ? forCalls : IsForPushes)
        {
            throw ErrorCatalog.Impossible("effect", forPushes
                ? "effect: status, body, retryAfter, reset, truncate and processed are for calls of the API, and the target is webhooks."
                : "effect: duplicate, reorder, beforeTheAnswer, drop and corrupt are for pushes; set the target to webhooks.");
        }

        if (!forCalls && !IsForPushes && Delay is null)
        {
            throw ErrorCatalog.Impossible("effect", "effect: say what shall go wrong, such as {\"status\":503} or {\"delay\":\"PT2S\"}.");
        }

        if (Status is < 400 or > 599 || Duplicate is < 1 or > 100)
        {
            throw ErrorCatalog.Impossible("effect", "effect: status is 400 to 599, duplicate 1 to 100.");
        }

        return new FaultEffect
        {
            Status = Status ?? (Body is not null || RetryAfter is not null ? StatusCodes.Status429TooManyRequests : null),
            Body = Body?.DeepClone(),
            RetryAfterSeconds = Spans.OfOptional(RetryAfter, "effect.retryAfter", LongestDelay) is { } wait ? (int)Math.Ceiling(wait.TotalSeconds) : null,
            Reset = Reset ?? false,
            Truncate = Truncate ?? false,
            Processed = Processed ?? false,
            DelayMs = Spans.MillisecondsOf(Delay, "effect.delay", forPushes ? LongestDelay : TimeSpan.FromMinutes(5)),
            Duplicate = Duplicate,
            Reorder = Reorder ?? false,
            BeforeTheAnswer = BeforeTheAnswer ?? false,
            Drop = Drop ?? false,
            Corrupt = Corrupt ?? false,
        };
    }

    private static bool? True(bool value) => value ? true : null;
}
