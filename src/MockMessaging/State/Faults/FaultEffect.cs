using System.Text.Json.Nodes;

namespace MockMessaging.State;

/// <summary>What a fault does. The first group is for calls of the API, the second for pushes; a delay is for both.</summary>
internal sealed record FaultEffect
{
    /// <summary>HTTP status answered instead.</summary>
    public int? Status { get; init; }

    /// <summary>Body answered instead; without one, a refusal as the API writes it.</summary>
    public JsonNode? Body { get; init; }

    /// <summary>Seconds in the header Retry-After.</summary>
    public int? RetryAfterSeconds { get; init; }

    /// <summary>Whether the connection is cut instead of an answer.</summary>
    public bool Reset { get; init; }

    /// <summary>Whether the answer breaks off in its middle.</summary>
    public bool Truncate { get; init; }

    /// <summary>Whether the call takes effect although its answer is spoilt.</summary>
    public bool Processed { get; init; }

    /// <summary>How much later, in milliseconds: real ones for a call, the workspace's for a push.</summary>
    public long? DelayMs { get; init; }

    /// <summary>How many more times the same push is sent at the same moment.</summary>
    public int? Duplicate { get; init; }

    /// <summary>Whether the contact's next push overtakes it.</summary>
    public bool Reorder { get; init; }

    /// <summary>Whether the first status of a message is pushed before message/send answers.</summary>
    public bool BeforeTheAnswer { get; init; }

    /// <summary>Whether the push is never sent.</summary>
    public bool Drop { get; init; }

    /// <summary>Whether the push's body breaks off in its middle.</summary>
    public bool Corrupt { get; init; }
}
