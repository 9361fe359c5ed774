using System.Text.Json.Nodes;

namespace MockMessaging.Contract;

/// <summary>A message as the vendor stores it.</summary>
public sealed class OutboxMessage
{
    /// <summary>Code of the event; only in rows of type A.</summary>
    public string? Action { get; set; }

    public IReadOnlyList<Attachment>? Attachments { get; set; }
    public int? Attempt { get; set; }

    /// <summary>Id of the bulk run that sent the message.</summary>
    public string? BulkSessionId { get; set; }

    public string? CampaignTitle { get; set; }

    /// <summary>True if this message cancels an earlier one.</summary>
    public bool? CancelExisting { get; set; }

    /// <summary>Messages with the same id replace each other.</summary>
    public string? CollapseId { get; set; }

    public Contactable? Contact { get; set; }
    public IReadOnlyList<ContactMeta>? Contacts { get; set; }

    /// <summary>Id of the contact within the channel: phone, mail address or account id.</summary>
    public string? Csid { get; set; }

    public IReadOnlyList<PostManFile>? Files { get; set; }
    public string? Footer { get; set; }
    public string? FormatSubType { get; set; }
    public string? FormatType { get; set; }
    public string? From { get; set; }
    public string? FromName { get; set; }
    public string? GroupId { get; set; }
    public string? GroupName { get; set; }
    public IReadOnlyList<string>? Groups { get; set; }
    public CommonTemplateMeta? Hsm { get; set; }
    public string? Id { get; set; }
    public IReadOnlyList<string>? Lines { get; set; }

    /// <summary>Reasons and provider codes, in the order they came.</summary>
    public IReadOnlyList<JsonNode?>? Logs { get; set; }

    public string? Message { get; set; }
    public string? MessageId { get; set; }

    /// <summary>The provider's id of the message.</summary>
    public string? MessageIdExt { get; set; }

    /// <summary>Id of the message that this message refers to.</summary>
    public string? MessageIdRef { get; set; }

    /// <summary>Id of the message that this message repeats.</summary>
    public string? MessageIdResend { get; set; }

    public JsonObject? Meta { get; set; }

    /// <summary>Values of the placeholders in the text.</summary>
    public JsonObject? Model { get; set; }

    public JsonObject? Options { get; set; }
    public int? Priority { get; set; }
    public MessagePrompt? Prompt { get; set; }

    /// <summary>Number of the queue; not a queue code, which is in <c>route</c> and <c>session</c>.</summary>
    public decimal? Queue { get; set; }

    /// <summary>The message in the format of the provider.</summary>
    public JsonObject? RawMessageFormat { get; set; }

    public string? ReferenceKey { get; set; }
    public MessageReferral? Referral { get; set; }

    /// <summary>The message that this message replies to.</summary>
    public string? ReplyId { get; set; }

    /// <summary>The provider's id of the message that this message replies to.</summary>
    public string? ReplyIdExt { get; set; }

    /// <summary>The message that this message replies to.</summary>
    public JsonObject? ReplyTo { get; set; }

    public MessageRouter? Route { get; set; }
    public ChronoScheduler? Scheduler { get; set; }
    public MessageSession? Session { get; set; }
    public string? SessionId { get; set; }

    /// <summary>Time of each status, ms since the epoch.</summary>
    public IReadOnlyDictionary<string, long>? Stamps { get; set; }

    public MessageStatus? Status { get; set; }
    public string? Subject { get; set; }
    public BasicExternalTemplate? TemplateExt { get; set; }

    /// <summary>Ms since the epoch.</summary>
    public long? Timestamp { get; set; }

    public IReadOnlyList<string>? To { get; set; }
    public IReadOnlyList<JsonNode?>? Trace { get; set; }
    public string? Type { get; set; }

    /// <summary>Contact cards and places.</summary>
    public IReadOnlyList<PBVCard>? Vccards { get; set; }
}

/// <summary>Schedule of a message.</summary>
public sealed class ChronoScheduler
{
    public JsonObject? Data { get; set; }
    public string? EndAt { get; set; }
    public string? Interval { get; set; }
    public bool? Repeat { get; set; }
    public long? RepeatCount { get; set; }
    public string? StartAt { get; set; }
    public string? TaskId { get; set; }
    public string? Topic { get; set; }
}

/// <summary>A question to a customer.</summary>
public sealed class MessagePrompt
{
    public string? MessageId { get; set; }
    public int? PageIndex { get; set; }
    public string? Type { get; set; }
}
