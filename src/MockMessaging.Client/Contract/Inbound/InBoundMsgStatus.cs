using System.Text.Json.Serialization;

namespace MockMessaging.Contract;

/// <summary>A report on a sent message.</summary>
public sealed class InBoundMsgStatus
{
    public InBoundContact? Contact { get; set; }

    /// <example>wa919988776655_918828218374</example>
    public string? ContactId { get; set; }

    public IReadOnlyList<MessageReportError>? Errors { get; set; }

    /// <summary>Id of the message, as in its receipt.</summary>
    /// <example>61f3810a02e14c0877fc1a32</example>
    public string? Id { get; set; }

    /// <summary>The provider's id of the message.</summary>
    /// <example>1234567</example>
    public string? MessageIdExt { get; set; }

    /// <summary>The latest status of the message.</summary>
    public PushedStatus? Status { get; set; }

    /// <summary>Ms since the epoch.</summary>
    /// <example>156753339076</example>
    public long? Timestamp { get; set; }
}

/// <summary>The statuses that are pushed.</summary>
[JsonConverter(typeof(StrictEnumConverter<PushedStatus>))]
public enum PushedStatus
{
    Read, Dlvrd, Sent, Faild, Deltd,
}

/// <summary>Why a message failed.</summary>
public sealed class MessageReportError
{
    /// <summary>The provider's code.</summary>
    /// <example>470</example>
    public string? Code { get; set; }

    /// <summary>Further details, if there are any.</summary>
    public string? Details { get; set; }

    /// <example>https://developers.facebook.com/docs/whatsapp/api/errors#error</example>
    public string? Href { get; set; }

    /// <summary>The reason in one sentence.</summary>
    /// <example>Failed to send message because you are outside the support window for freeform messages to this user. Please use a valid HSM notification or reconsider.</example>
    public string? Title { get; set; }
}
