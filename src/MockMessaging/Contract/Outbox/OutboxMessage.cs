using System.Text.Json.Nodes;

namespace MockMessaging.Contract;

/// <summary>A message as the vendor keeps it.</summary>
public sealed class OutboxMessage
{
    /// <summary>What was done, on action rows.</summary>
    public string? Action { get; set; }

    /// <summary>Media that come with it.</summary>
    public IReadOnlyList<Attachment>? Attachments { get; set; }

    /// <summary>Number of the sending attempt.</summary>
    public int? Attempt { get; set; }

    /// <summary>The bulk run it belongs to.</summary>
    public string? BulkSessionId { get; set; }

    /// <summary>Title of the campaign.</summary>
    public string? CampaignTitle { get; set; }

    /// <summary>Whether an earlier one is cancelled.</summary>
    public bool? CancelExisting { get; set; }

    /// <summary>Messages with the same one replace each other.</summary>
    public string? CollapseId { get; set; }

    /// <summary>The receiver.</summary>
    public Contactable? Contact { get; set; }

    /// <summary>The receivers.</summary>
    public IReadOnlyList<ContactMeta>? Contacts { get; set; }

    /// <summary>The contact's name within the channel: phone, mail address or account id.</summary>
    public string? Csid { get; set; }

    /// <summary>Files that come with it.</summary>
    public IReadOnlyList<PostManFile>? Files { get; set; }

    /// <summary>Line below the text.</summary>
    public string? Footer { get; set; }

    /// <summary>Sub-type of the content.</summary>
    public string? FormatSubType { get; set; }

    /// <summary>Type of the content.</summary>
    public string? FormatType { get; set; }

    /// <summary>Who it comes from.</summary>
    public string? From { get; set; }

    /// <summary>Name of the sender.</summary>
    public string? FromName { get; set; }

    /// <summary>Id of the group.</summary>
    public string? GroupId { get; set; }

    /// <summary>Name of the group.</summary>
    public string? GroupName { get; set; }

    /// <summary>Groups.</summary>
    public IReadOnlyList<string>? Groups { get; set; }

    /// <summary>The template it uses.</summary>
    public CommonTemplateMeta? Hsm { get; set; }

    /// <summary>Id.</summary>
    public string? Id { get; set; }

    /// <summary>Lines of the text.</summary>
    public IReadOnlyList<string>? Lines { get; set; }

    /// <summary>Reasons and provider codes, in the order they came.</summary>
    public IReadOnlyList<JsonNode?>? Logs { get; set; }

    /// <summary>Text.</summary>
    public string? Message { get; set; }

    /// <summary>Id of the message.</summary>
    public string? MessageId { get; set; }

    /// <summary>The provider's id of the message.</summary>
    public string? MessageIdExt { get; set; }

    /// <summary>The message it refers to.</summary>
    public string? MessageIdRef { get; set; }

    /// <summary>The message it repeats.</summary>
    public string? MessageIdResend { get; set; }

    /// <summary>About it.</summary>
    public JsonObject? Meta { get; set; }

    /// <summary>Values the text is filled with.</summary>
    public JsonObject? Model { get; set; }

    /// <summary>Options of the message, such as buttons.</summary>
    public JsonObject? Options { get; set; }

    /// <summary>Priority.</summary>
    public int? Priority { get; set; }

    /// <summary>What the customer is asked.</summary>
    public MessagePrompt? Prompt { get; set; }

    /// <summary>Number of the queue; not a queue code, which stands in <c>route</c> and <c>session</c>.</summary>
    public decimal? Queue { get; set; }

    /// <summary>The message as the provider gets it.</summary>
    public JsonObject? RawMessageFormat { get; set; }

    /// <summary>Key of the caller's own.</summary>
    public string? ReferenceKey { get; set; }

    /// <summary>What led to the message.</summary>
    public MessageReferral? Referral { get; set; }

    /// <summary>The message it answers.</summary>
    public string? ReplyId { get; set; }

    /// <summary>The provider's id of the message it answers.</summary>
    public string? ReplyIdExt { get; set; }

    /// <summary>The message it answers.</summary>
    public JsonObject? ReplyTo { get; set; }

    /// <summary>Who sent it, and through which queue.</summary>
    public MessageRouter? Route { get; set; }

    /// <summary>When it is sent.</summary>
    public ChronoScheduler? Scheduler { get; set; }

    /// <summary>The session it belongs to.</summary>
    public MessageSession? Session { get; set; }

    /// <summary>Id of the session.</summary>
    public string? SessionId { get; set; }

    /// <summary>When it took each status, ms since the epoch.</summary>
    public IReadOnlyDictionary<string, long>? Stamps { get; set; }

    /// <summary>Status.</summary>
    public MessageStatus? Status { get; set; }

    /// <summary>Subject line.</summary>
    public string? Subject { get; set; }

    /// <summary>The template as the provider knows it.</summary>
    public BasicExternalTemplate? TemplateExt { get; set; }

    /// <summary>When, ms since the epoch.</summary>
    public long? Timestamp { get; set; }

    /// <summary>Addresses of the receivers.</summary>
    public IReadOnlyList<string>? To { get; set; }

    /// <summary>Traces of processing.</summary>
    public IReadOnlyList<JsonNode?>? Trace { get; set; }

    /// <summary>Type.</summary>
    public string? Type { get; set; }

    /// <summary>Contact cards and places.</summary>
    public IReadOnlyList<PBVCard>? Vccards { get; set; }
}
