using System.Text.Json.Nodes;
using MockMessaging.Errors;
using MockMessaging.State;
using MockMessaging.Time;

namespace MockMessaging.Control;

/// <summary>What a fault does. `status`, `body`, `retryAfter`, `reset`, `truncate` and `processed` are for requests; `duplicate`, `reorder`, `beforeTheAnswer`, `drop`, `corrupt`, `timestampsInSeconds` and `withoutProfile` for pushes; `delay` for both.</summary>
public sealed class FaultEffectRequest
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(30);

    /// <summary>HTTP status of the response, 400 to 599.</summary>
    /// <example>503</example>
    public int? Status { get; set; }

    /// <summary>Body of the response. Default: an error body of the API.</summary>
    public JsonNode? Body { get; set; }

    /// <summary>Header Retry-After, as ISO 8601 duration; rounded up to whole seconds.</summary>
    public string? RetryAfter { get; set; }

    /// <summary>True closes the connection without a response.</summary>
    public bool? Reset { get; set; }

    /// <summary>True sends only the first half of the response body, then closes the connection.</summary>
    public bool? Truncate { get; set; }

    /// <summary>True: the request takes effect although its response is replaced. Default false; a truncated or delayed request always takes effect.</summary>
    public bool? Processed { get; set; }

    /// <summary>Delay as ISO 8601 duration: real time for a request, the workspace's time for a push.</summary>
    public string? Delay { get; set; }

    /// <summary>How many more times the same push is sent, 1 to 100.</summary>
    public int? Duplicate { get; set; }

    /// <summary>True lets the contact's next push overtake this one.</summary>
    public bool? Reorder { get; set; }

    /// <summary>True pushes the first status of a message before message/send responds.</summary>
    public bool? BeforeTheAnswer { get; set; }

    /// <summary>True never sends the push.</summary>
    public bool? Drop { get; set; }

    /// <summary>True cuts the body of the push in its middle.</summary>
    public bool? Corrupt { get; set; }

    /// <summary>True pushes the timestamps of messages and statuses in seconds instead of milliseconds.</summary>
    public bool? TimestampsInSeconds { get; set; }

    /// <summary>True pushes contacts without profile and businessProfile.</summary>
    public bool? WithoutProfile { get; set; }

    internal bool IsForPushes => Duplicate is not null || Reorder is true || BeforeTheAnswer is true || Drop is true || Corrupt is true || TimestampsInSeconds is true || WithoutProfile is true;

    private bool IsForRequests => Status is not null || Body is not null || RetryAfter is not null || Reset is true || Truncate is true || Processed is not null;

    internal static FaultEffectRequest Of(FaultEffect effect) => new()
    {
        Status = effect.Status,
        Body = effect.Body?.DeepClone(),
        RetryAfter = effect.RetryAfterSeconds is { } wait ? IsoSpan.Of(TimeSpan.FromSeconds(wait)) : null,
        Reset = TrueOrNull(effect.Reset),
        Truncate = TrueOrNull(effect.Truncate),
        Processed = TrueOrNull(effect.Processed),
        Delay = effect.DelayMs is { } delay ? IsoSpan.Of(TimeSpan.FromMilliseconds(delay)) : null,
        Duplicate = effect.Duplicate,
        Reorder = TrueOrNull(effect.Reorder),
        BeforeTheAnswer = TrueOrNull(effect.BeforeTheAnswer),
        Drop = TrueOrNull(effect.Drop),
        Corrupt = TrueOrNull(effect.Corrupt),
        TimestampsInSeconds = TrueOrNull(effect.TimestampsInSeconds),
        WithoutProfile = TrueOrNull(effect.WithoutProfile),
    };

    internal FaultEffect Parsed(bool forPushes)
    {
        if (forPushes ? IsForRequests : IsForPushes)
        {
            throw ErrorCatalog.Impossible("effect", forPushes
                ? "effect: status, body, retryAfter, reset, truncate and processed are for requests, but the target is webhooks."
                : "effect: duplicate, reorder, beforeTheAnswer, drop, corrupt, timestampsInSeconds and withoutProfile are for pushes; set the target to webhooks.");
        }

        if (!IsForRequests && !IsForPushes && Delay is null)
        {
            throw ErrorCatalog.Impossible("effect", "effect is empty; give an effect such as {\"status\":503} or {\"delay\":\"PT2S\"}.");
        }

        if (Status is < 400 or > 599 || Duplicate is < 1 or > 100)
        {
            throw ErrorCatalog.Impossible("effect", "effect: status must be 400 to 599, and duplicate 1 to 100.");
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
            TimestampsInSeconds = TimestampsInSeconds ?? false,
            WithoutProfile = WithoutProfile ?? false,
        };
    }

    private static bool? TrueOrNull(bool value) => value ? true : null;
}
