using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace MockMessaging.Control;

/// <summary>A message, either way, as the control plane lists it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Direction">inbound or outbound.</param>
/// <param name="Type">text, template, image …</param>
/// <param name="ChannelId">The channel.</param>
/// <param name="ContactId">The contact.</param>
/// <param name="SessionId">The session.</param>
/// <param name="Queue">Queue of the app that sent it, or that it was meant for.</param>
/// <param name="Text">Its words.</param>
/// <param name="TemplateCode">Code of its template.</param>
/// <param name="Outcome">How its story goes; none for inbound messages.</param>
/// <param name="Status">Its status.</param>
/// <param name="At">When it was accepted, by the workspace's clock.</param>
public record MessageView(
    string Id,
    string Direction,
    string Type,
    string ChannelId,
    string ContactId,
    string SessionId,
    string? Queue,
    string? Text,
    string? TemplateCode,
    string? Outcome,
    string Status,
    DateTimeOffset At);

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

/// <summary>Messages of a workspace, oldest first unless asked for otherwise.</summary>
/// <param name="Messages">Those that match.</param>
/// <param name="Next">Send it as <c>after</c>, or as <c>before</c> with the newest first, to go on; absent where nothing more matches.</param>
public sealed record MessageList(IReadOnlyList<MessageView> Messages, string? Next);

/// <summary>One thing that happened to a message, or will.</summary>
/// <param name="At">When, by the workspace's clock.</param>
/// <param name="What">status, push, attempt, or due for what is still to come.</param>
/// <param name="Status">The status taken, told, or due.</param>
/// <param name="PushId">The push.</param>
/// <param name="HttpStatus">What the receiver answered to an attempt.</param>
/// <param name="Detail">Why it failed or was skipped, or what will happen.</param>
public sealed record TimelineEntry(DateTimeOffset At, string What, string? Status = null, string? PushId = null, int? HttpStatus = null, string? Detail = null);
