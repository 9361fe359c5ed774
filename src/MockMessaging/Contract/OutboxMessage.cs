using System.Text.Json.Nodes;

namespace MockMessaging.Contract;

/// <summary>OutboxMessage</summary>
public sealed class OutboxMessage
{
    /// <summary>action</summary>
    public string? Action { get; set; }

    /// <summary>attachments</summary>
    public IReadOnlyList<Attachment>? Attachments { get; set; }

    /// <summary>attempt</summary>
    public int? Attempt { get; set; }

    /// <summary>bulkSessionId</summary>
    public string? BulkSessionId { get; set; }

    /// <summary>campaignTitle</summary>
    public string? CampaignTitle { get; set; }

    /// <summary>cancelExisting</summary>
    public bool? CancelExisting { get; set; }

    /// <summary>collapseId</summary>
    public string? CollapseId { get; set; }

    /// <summary>contact</summary>
    public Contactable? Contact { get; set; }

    /// <summary>contacts</summary>
    public IReadOnlyList<ContactMeta>? Contacts { get; set; }

    /// <summary>csid</summary>
    public string? Csid { get; set; }

    /// <summary>files</summary>
    public IReadOnlyList<PostManFile>? Files { get; set; }

    /// <summary>footer</summary>
    public string? Footer { get; set; }

    /// <summary>formatSubType</summary>
    public string? FormatSubType { get; set; }

    /// <summary>formatType</summary>
    public string? FormatType { get; set; }

    /// <summary>from</summary>
    public string? From { get; set; }

    /// <summary>fromName</summary>
    public string? FromName { get; set; }

    /// <summary>groupId</summary>
    public string? GroupId { get; set; }

    /// <summary>groupName</summary>
    public string? GroupName { get; set; }

    /// <summary>groups</summary>
    public IReadOnlyList<string>? Groups { get; set; }

    /// <summary>hsm</summary>
    public CommonTemplateMeta? Hsm { get; set; }

    /// <summary>id</summary>
    public string? Id { get; set; }

    /// <summary>lines</summary>
    public IReadOnlyList<string>? Lines { get; set; }

    /// <summary>logs</summary>
    public IReadOnlyList<JsonNode?>? Logs { get; set; }

    /// <summary>message</summary>
    public string? Message { get; set; }

    /// <summary>messageId</summary>
    public string? MessageId { get; set; }

    /// <summary>messageIdExt</summary>
    public string? MessageIdExt { get; set; }

    /// <summary>messageIdRef</summary>
    public string? MessageIdRef { get; set; }

    /// <summary>messageIdResend</summary>
    public string? MessageIdResend { get; set; }

    /// <summary>meta</summary>
    public JsonObject? Meta { get; set; }

    /// <summary>model</summary>
    public JsonObject? Model { get; set; }

    /// <summary>options</summary>
    public JsonObject? Options { get; set; }

    /// <summary>priority</summary>
    public int? Priority { get; set; }

    /// <summary>prompt</summary>
    public MessagePrompt? Prompt { get; set; }

    /// <summary>queue</summary>
    public decimal? Queue { get; set; }

    /// <summary>rawMessageFormat</summary>
    public JsonObject? RawMessageFormat { get; set; }

    /// <summary>referenceKey</summary>
    public string? ReferenceKey { get; set; }

    /// <summary>referral</summary>
    public MessageReferral? Referral { get; set; }

    /// <summary>replyId</summary>
    public string? ReplyId { get; set; }

    /// <summary>replyIdExt</summary>
    public string? ReplyIdExt { get; set; }

    /// <summary>replyTo</summary>
    public JsonObject? ReplyTo { get; set; }

    /// <summary>route</summary>
    public MessageRouter? Route { get; set; }

    /// <summary>scheduler</summary>
    public ChronoScheduler? Scheduler { get; set; }

    /// <summary>session</summary>
    public MessageSession? Session { get; set; }

    /// <summary>sessionId</summary>
    public string? SessionId { get; set; }

    /// <summary>stamps</summary>
    public IReadOnlyDictionary<string, long>? Stamps { get; set; }

    /// <summary>status</summary>
    public MessageStatus? Status { get; set; }

    /// <summary>subject</summary>
    public string? Subject { get; set; }

    /// <summary>templateExt</summary>
    public BasicExternalTemplate? TemplateExt { get; set; }

    /// <summary>timestamp</summary>
    public long? Timestamp { get; set; }

    /// <summary>to</summary>
    public IReadOnlyList<string>? To { get; set; }

    /// <summary>trace</summary>
    public IReadOnlyList<JsonNode?>? Trace { get; set; }

    /// <summary>type</summary>
    public string? Type { get; set; }

    /// <summary>vccards</summary>
    public IReadOnlyList<PBVCard>? Vccards { get; set; }
}
