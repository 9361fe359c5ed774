using System.Text.Json.Nodes;

namespace MockMessaging.Control;

/// <summary>What a fault does. `status`, `body`, `retryAfter`, `reset`, `truncate` and `processed` are for requests; `duplicate`, `reorder`, `beforeTheAnswer`, `drop`, `corrupt`, `timestampsInSeconds`, `withoutProfile` and `wrongSignature` for pushes; `delay` for both.</summary>
public sealed class FaultEffectRequest
{
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

    /// <summary>True signs the push with another secret, so that a receiver must refuse it. Pushes must be signed, see signingSecret of the workspace.</summary>
    public bool? WrongSignature { get; set; }
}
