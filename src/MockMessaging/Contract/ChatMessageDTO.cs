using System.Text.Json.Nodes;

namespace MockMessaging.Contract;

/// <summary>ChatMessageDTO</summary>
public sealed class ChatMessageDTO
{
    /// <summary>action</summary>
    public string? Action { get; set; }

    /// <summary>attachments</summary>
    public IReadOnlyList<Attachment>? Attachments { get; set; }

    /// <summary>bulkSessionId</summary>
    public string? BulkSessionId { get; set; }

    /// <summary>contact</summary>
    public ContactDTO? Contact { get; set; }

    /// <summary>form</summary>
    public JsonObject? Form { get; set; }

    /// <summary>logs</summary>
    public IReadOnlyList<JsonNode?>? Logs { get; set; }

    /// <summary>messageId</summary>
    public string? MessageId { get; set; }

    /// <summary>messageIdExt</summary>
    public string? MessageIdExt { get; set; }

    /// <summary>messageIdRef</summary>
    public string? MessageIdRef { get; set; }

    /// <summary>messageIdResend</summary>
    public string? MessageIdResend { get; set; }

    /// <summary>messageTrail</summary>
    public string? MessageTrail { get; set; }

    /// <summary>meta</summary>
    public JsonObject? Meta { get; set; }

    /// <summary>name</summary>
    public string? Name { get; set; }

    /// <summary>options</summary>
    public JsonObject? Options { get; set; }

    /// <summary>referral</summary>
    public MessageReferral? Referral { get; set; }

    /// <summary>replyId</summary>
    public string? ReplyId { get; set; }

    /// <summary>replyIdExt</summary>
    public string? ReplyIdExt { get; set; }

    /// <summary>route</summary>
    public MessageRouter? Route { get; set; }

    /// <summary>sender</summary>
    public string? Sender { get; set; }

    /// <summary>sessionId</summary>
    public string? SessionId { get; set; }

    /// <summary>stamps</summary>
    public IReadOnlyDictionary<string, long>? Stamps { get; set; }

    /// <summary>status</summary>
    public string? Status { get; set; }

    /// <summary>tags</summary>
    public TagDocument? Tags { get; set; }

    /// <summary>template</summary>
    public string? Template { get; set; }

    /// <summary>templateId</summary>
    public string? TemplateId { get; set; }

    /// <summary>text</summary>
    public string? Text { get; set; }

    /// <summary>timestamp</summary>
    public long? Timestamp { get; set; }

    /// <summary>type</summary>
    public string? Type { get; set; }

    /// <summary>vccards</summary>
    public IReadOnlyList<PBVCard>? Vccards { get; set; }
}
