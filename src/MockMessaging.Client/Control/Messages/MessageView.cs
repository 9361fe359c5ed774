using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace MockMessaging.Control;

/// <summary>A message in either direction.</summary>
/// <param name="Id">Id of the message.</param>
/// <param name="Direction">inbound or outbound.</param>
/// <param name="Type">text, template, image …</param>
/// <param name="ChannelId">The channel.</param>
/// <param name="ContactId">The contact.</param>
/// <param name="SessionId">The session.</param>
/// <param name="Queue">Queue code of the client app that sent it or gets it.</param>
/// <param name="Text">Text of the message.</param>
/// <param name="TemplateCode">Code of its template.</param>
/// <param name="Outcome">Name of its outcome; absent for inbound messages.</param>
/// <param name="Status">Status at present.</param>
/// <param name="At">When it was accepted, by the workspace's clock.</param>
public record MessageView(
    string Id, string Direction, string Type, string ChannelId, string ContactId, string SessionId, string? Queue, string? Text, string? TemplateCode,
    string? Outcome, string Status, DateTimeOffset At) : ControlRecord
{
    /// <summary>What it shows beside the text; absent if that is nothing.</summary>
    public MessageContent? Content { get; init; }
}

/// <summary>A message with everything that is known about it.</summary>
public sealed record MessageDetail : MessageView
{
    internal MessageDetail(MessageView message)
        : base(message)
    {
    }

    [JsonConstructor]
    internal MessageDetail(
        string id, string direction, string type, string channelId, string contactId, string sessionId, string? queue, string? text, string? templateCode,
        string? outcome, string status, DateTimeOffset at)
        : base(id, direction, type, channelId, contactId, sessionId, queue, text, templateCode, outcome, status, at)
    {
    }

    /// <summary>Outbound: the body of the send request. Inbound: the message as it was pushed.</summary>
    public required JsonNode? Body { get; init; }

    /// <summary>Reasons and provider codes.</summary>
    public required IReadOnlyList<string> Logs { get; init; }

    /// <summary>The request that sent it; absent if a customer wrote it, or the request is no longer in the journal.</summary>
    public MessageRequest? Request { get; init; }

    /// <summary>The links of its media, and what was found there; absent unless `Media:FetchOutbound` is set.</summary>
    public IReadOnlyList<MediaFetchView>? Media { get; init; }

    /// <summary>What the provider would refuse about the files that were fetched; absent if nothing, or if rules are off.</summary>
    public IReadOnlyList<string>? MediaWarnings { get; init; }

    /// <summary>How the SMS carries its text; absent for other channels and without a text.</summary>
    public SmsView? Sms { get; init; }

    /// <summary>What happened and what is still due, in order of time.</summary>
    public required IReadOnlyList<TimelineEntry> Timeline { get; init; }
}

/// <summary>How an SMS carries its text.</summary>
/// <param name="Encoding">GSM-7, or UCS-2 if a character is not in the GSM alphabet.</param>
/// <param name="Characters">Length as the encoding counts: in GSM-7 a character such as € counts twice, in UCS-2 an emoji does.</param>
/// <param name="Segments">How many SMS are sent, and paid for.</param>
public sealed record SmsView(string Encoding, int Characters, int Segments) : ControlRecord;

/// <summary>A link of outbound media that the server fetched, as the provider does.</summary>
/// <param name="Link">As it was sent.</param>
/// <param name="State">fetching, found or failed.</param>
/// <param name="HttpStatus">HTTP status of the last response; absent if there was none.</param>
/// <param name="MimeType">Content-Type of the file.</param>
/// <param name="Bytes">Size of the file.</param>
/// <param name="Redirects">Where the link was redirected to, in order; absent if it was not.</param>
/// <param name="Error">Why there is no file; the message fails with it.</param>
/// <param name="At">When the fetch had ended, by the workspace's clock.</param>
public sealed record MediaFetchView(string Link, string State, int? HttpStatus, string? MimeType, long? Bytes, IReadOnlyList<string>? Redirects, string? Error, DateTimeOffset? At) : ControlRecord;

/// <summary>The request that sent a message.</summary>
/// <param name="Number">Its number in the journal.</param>
/// <param name="TraceId">Trace id of the response.</param>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Path of the URL.</param>
/// <param name="Status">HTTP status of the response; 0 if there was none.</param>
public sealed record MessageRequest(long Number, string TraceId, string Method, string Path, int Status) : ControlRecord;

/// <summary>The messages of a workspace, oldest first unless `order` is newest.</summary>
/// <param name="Messages">The messages that match.</param>
/// <param name="Next">Send it as `after` (or as `before` with `order=newest`) to get the next page; absent on the last page.</param>
public sealed record MessageList(IReadOnlyList<MessageView> Messages, string? Next) : ControlRecord;

/// <summary>Something that happened to a message, or is due.</summary>
/// <param name="At">When it happened or is due, by the workspace's clock.</param>
/// <param name="What">status, push, attempt, or due (it has not happened yet).</param>
/// <param name="Status">The status that was reached, pushed, or is due.</param>
/// <param name="PushId">Id of the push.</param>
/// <param name="HttpStatus">The receiver's HTTP status, for an attempt.</param>
/// <param name="Detail">Why it failed or was skipped, or what is due.</param>
public sealed record TimelineEntry(DateTimeOffset At, string What, string? Status = null, string? PushId = null, int? HttpStatus = null, string? Detail = null) : ControlRecord;
