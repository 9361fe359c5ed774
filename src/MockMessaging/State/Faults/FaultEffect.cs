using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace MockMessaging.State;

/// <summary>What a fault does. The first group is for requests, the second for pushes; a delay is for both.</summary>
internal sealed record FaultEffect
{
    /// <summary>HTTP status of the response.</summary>
    public int? Status { get; init; }

    /// <summary>Body of the response; null for the API's own error.</summary>
    public JsonNode? Body { get; init; }

    public int? RetryAfterSeconds { get; init; }

    /// <summary>True if the connection is cut instead of a response.</summary>
    public bool Reset { get; init; }

    /// <summary>True if the response ends in its middle.</summary>
    public bool Truncate { get; init; }

    /// <summary>True if the request takes effect although its response is spoilt.</summary>
    public bool Processed { get; init; }

    /// <summary>Delay in milliseconds: of real time for a request, of the workspace's clock for a push.</summary>
    public long? DelayMs { get; init; }

    /// <summary>How many more times the same push is sent at the same moment.</summary>
    public int? Duplicate { get; init; }

    /// <summary>True if the contact's next push overtakes it.</summary>
    public bool Reorder { get; init; }

    /// <summary>True if the first status of a message is pushed before message/send responds.</summary>
    public bool BeforeTheAnswer { get; init; }

    public bool Drop { get; init; }

    /// <summary>True if the body of the push ends in its middle.</summary>
    public bool Corrupt { get; init; }

    /// <summary>True if the timestamps of the items in a push are in seconds, as those of other vendors are.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool TimestampsInSeconds { get; init; }

    /// <summary>True if the contacts in a push have no profile.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool WithoutProfile { get; init; }

    /// <summary>True if the push is signed with another secret.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool WrongSignature { get; init; }
}
