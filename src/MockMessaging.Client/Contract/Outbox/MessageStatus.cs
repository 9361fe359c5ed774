using System.Text.Json.Serialization;

namespace MockMessaging.Contract;

/// <summary>Status of a message.</summary>
[JsonConverter(typeof(StrictEnumConverter<MessageStatus>))]
public enum MessageStatus
{
    /// <summary>Scheduled.</summary>
    Schld,

    /// <summary>Created.</summary>
    Crtd,

    /// <summary>Accepted and stored, not yet given to the provider.</summary>
    Init,

    /// <summary>Given to the provider.</summary>
    Sent,

    /// <summary>Not sent: the content or the receiver is wrong.</summary>
    SentErr,

    /// <summary>Not sent: an exception occurred.</summary>
    SentExc,

    /// <summary>Sent, as reported by the provider.</summary>
    Sentx,

    /// <summary>Refused by the provider after it was accepted.</summary>
    SentxErr,

    /// <summary>Delivered.</summary>
    Dlvrd,

    /// <summary>Read by the receiver.</summary>
    Read,

    /// <summary>Not sent on purpose.</summary>
    Nsent,

    /// <summary>The contact or the account is blocked.</summary>
    Blckd,

    /// <summary>A quota is exceeded.</summary>
    Limit,

    /// <summary>Failed.</summary>
    Faild,

    /// <summary>Deleted; the text is empty.</summary>
    Deltd,

    /// <summary>Refused by the provider: outside the customer-care window.</summary>
    Ccwin,

    /// <summary>Received from a customer and stored.</summary>
    Receivd,

    /// <summary>Received from a customer and handled by the vendor's own bot or agent.</summary>
    Consumed,

    /// <summary>Received from a customer and pushed.</summary>
    Forwarded,

    /// <summary>Received from a customer, and the push failed.</summary>
    ForwardErr,

    /// <summary>The push of a status failed.</summary>
    StatusForwardErr,
}
