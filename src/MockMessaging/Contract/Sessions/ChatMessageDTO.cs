using System.Text.Json.Nodes;

namespace MockMessaging.Contract;

/// <summary>A message of a session, either way.</summary>
public sealed class ChatMessageDTO
{
    /// <summary>What was done, on action rows.</summary>
    public string? Action { get; set; }

    /// <summary>Media that come with it.</summary>
    public IReadOnlyList<Attachment>? Attachments { get; set; }

    /// <summary>The bulk run it belongs to.</summary>
    public string? BulkSessionId { get; set; }

    /// <summary>The person it is about.</summary>
    public ContactDTO? Contact { get; set; }

    /// <summary>What the customer chose.</summary>
    public JsonObject? Form { get; set; }

    /// <summary>Reasons and provider codes, in the order they came.</summary>
    public IReadOnlyList<JsonNode?>? Logs { get; set; }

    /// <summary>Id of the message.</summary>
    public string? MessageId { get; set; }

    /// <summary>The provider's id of the message.</summary>
    public string? MessageIdExt { get; set; }

    /// <summary>The message it refers to.</summary>
    public string? MessageIdRef { get; set; }

    /// <summary>The message it repeats.</summary>
    public string? MessageIdResend { get; set; }

    /// <summary>Trail of the message.</summary>
    public string? MessageTrail { get; set; }

    /// <summary>About it.</summary>
    public JsonObject? Meta { get; set; }

    /// <summary>Who wrote it: the contact, or the queue of the sending app.</summary>
    public string? Name { get; set; }

    /// <summary>Buttons and how they are shown.</summary>
    public JsonObject? Options { get; set; }

    /// <summary>What led to the message.</summary>
    public MessageReferral? Referral { get; set; }

    /// <summary>The message it answers.</summary>
    public string? ReplyId { get; set; }

    /// <summary>The provider's id of the message it answers.</summary>
    public string? ReplyIdExt { get; set; }

    /// <summary>Who sent it, and through which queue.</summary>
    public MessageRouter? Route { get; set; }

    /// <summary>Who wrote it.</summary>
    public string? Sender { get; set; }

    /// <summary>Id of the session.</summary>
    public string? SessionId { get; set; }

    /// <summary>When it took each status, ms since the epoch.</summary>
    public IReadOnlyDictionary<string, long>? Stamps { get; set; }

    /// <summary>Status.</summary>
    public string? Status { get; set; }

    /// <summary>What was found in the text.</summary>
    public TagDocument? Tags { get; set; }

    /// <summary>Code of the template.</summary>
    public string? Template { get; set; }

    /// <summary>Id of the template.</summary>
    public string? TemplateId { get; set; }

    /// <summary>Text.</summary>
    public string? Text { get; set; }

    /// <summary>When, ms since the epoch.</summary>
    public long? Timestamp { get; set; }

    /// <summary>I inbound, O outbound, A action, N note.</summary>
    public string? Type { get; set; }

    /// <summary>Contact cards and places.</summary>
    public IReadOnlyList<PBVCard>? Vccards { get; set; }
}
