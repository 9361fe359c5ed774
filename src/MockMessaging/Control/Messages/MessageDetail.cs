using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace MockMessaging.Control;

/// <summary>All that is known of a message.</summary>
public sealed record MessageDetail : MessageView
{
    internal MessageDetail(MessageView message)
        : base(message)
    {
    }

    [JsonConstructor]
    internal MessageDetail(
        string id,
        string direction,
        string type,
        string channelId,
        string contactId,
        string sessionId,
        string? queue,
        string? text,
        string? templateCode,
        string? outcome,
        string status,
        DateTimeOffset at)
        : base(id, direction, type, channelId, contactId, sessionId, queue, text, templateCode, outcome, status, at)
    {
    }

    /// <summary>The request it came with, or the item as pushed.</summary>
    public required JsonNode? Body { get; init; }

    /// <summary>Reasons and provider codes.</summary>
    public required IReadOnlyList<string> Logs { get; init; }

    /// <summary>What happened to it, and what is still due, in order of time.</summary>
    public required IReadOnlyList<TimelineEntry> Timeline { get; init; }
}
