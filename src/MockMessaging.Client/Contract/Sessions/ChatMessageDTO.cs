using System.Text.Json.Nodes;

namespace MockMessaging.Contract;

/// <summary>A message of a session, either way.</summary>
public sealed class ChatMessageDTO
{
    /// <summary>Code of the event; only in rows of type A.</summary>
    public string? Action { get; set; }

    public IReadOnlyList<Attachment>? Attachments { get; set; }

    /// <summary>Id of the bulk run that sent the message.</summary>
    public string? BulkSessionId { get; set; }

    public ContactDTO? Contact { get; set; }

    /// <summary>Button or list entry that the customer chose.</summary>
    public JsonObject? Form { get; set; }

    /// <summary>Reasons and provider codes, in the order they came.</summary>
    public IReadOnlyList<JsonNode?>? Logs { get; set; }

    public string? MessageId { get; set; }

    /// <summary>The provider's id of the message.</summary>
    public string? MessageIdExt { get; set; }

    /// <summary>Id of the message that this message refers to.</summary>
    public string? MessageIdRef { get; set; }

    /// <summary>Id of the message that this message repeats.</summary>
    public string? MessageIdResend { get; set; }

    public string? MessageTrail { get; set; }
    public JsonObject? Meta { get; set; }

    /// <summary>Name of the contact, or queue of the sending app.</summary>
    public string? Name { get; set; }

    public JsonObject? Options { get; set; }
    public MessageReferral? Referral { get; set; }

    /// <summary>The message that this message replies to.</summary>
    public string? ReplyId { get; set; }

    /// <summary>The provider's id of the message that this message replies to.</summary>
    public string? ReplyIdExt { get; set; }

    public MessageRouter? Route { get; set; }
    public string? Sender { get; set; }
    public string? SessionId { get; set; }

    /// <summary>Time of each status, ms since the epoch.</summary>
    public IReadOnlyDictionary<string, long>? Stamps { get; set; }

    public string? Status { get; set; }
    public TagDocument? Tags { get; set; }

    /// <summary>Code of the template.</summary>
    public string? Template { get; set; }

    public string? TemplateId { get; set; }
    public string? Text { get; set; }

    /// <summary>Ms since the epoch.</summary>
    public long? Timestamp { get; set; }

    /// <summary>I inbound, O outbound, A action, N note.</summary>
    public string? Type { get; set; }

    /// <summary>Contact cards and places.</summary>
    public IReadOnlyList<PBVCard>? Vccards { get; set; }
}
