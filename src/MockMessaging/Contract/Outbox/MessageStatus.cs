using System.Text.Json.Serialization;

namespace MockMessaging.Contract;

/// <summary>Where a message stands.</summary>
[JsonConverter(typeof(StrictEnumConverter<MessageStatus>))]
public enum MessageStatus
{
    /// <summary>SCHLD.</summary>
    [JsonStringEnumMemberName("SCHLD")]
    Schld,

    /// <summary>CRTD.</summary>
    [JsonStringEnumMemberName("CRTD")]
    Crtd,

    /// <summary>INIT.</summary>
    [JsonStringEnumMemberName("INIT")]
    Init,

    /// <summary>SENT.</summary>
    [JsonStringEnumMemberName("SENT")]
    Sent,

    /// <summary>SENT_ERR.</summary>
    [JsonStringEnumMemberName("SENT_ERR")]
    SentErr,

    /// <summary>SENT_EXC.</summary>
    [JsonStringEnumMemberName("SENT_EXC")]
    SentExc,

    /// <summary>SENTX.</summary>
    [JsonStringEnumMemberName("SENTX")]
    Sentx,

    /// <summary>SENTX_ERR.</summary>
    [JsonStringEnumMemberName("SENTX_ERR")]
    SentxErr,

    /// <summary>DLVRD.</summary>
    [JsonStringEnumMemberName("DLVRD")]
    Dlvrd,

    /// <summary>READ.</summary>
    [JsonStringEnumMemberName("READ")]
    Read,

    /// <summary>NSENT.</summary>
    [JsonStringEnumMemberName("NSENT")]
    Nsent,

    /// <summary>BLCKD.</summary>
    [JsonStringEnumMemberName("BLCKD")]
    Blckd,

    /// <summary>LIMIT.</summary>
    [JsonStringEnumMemberName("LIMIT")]
    Limit,

    /// <summary>FAILD.</summary>
    [JsonStringEnumMemberName("FAILD")]
    Faild,

    /// <summary>DELTD.</summary>
    [JsonStringEnumMemberName("DELTD")]
    Deltd,

    /// <summary>CCWIN.</summary>
    [JsonStringEnumMemberName("CCWIN")]
    Ccwin,

    /// <summary>RECEIVD.</summary>
    [JsonStringEnumMemberName("RECEIVD")]
    Receivd,

    /// <summary>CONSUMED.</summary>
    [JsonStringEnumMemberName("CONSUMED")]
    Consumed,

    /// <summary>FORWARDED.</summary>
    [JsonStringEnumMemberName("FORWARDED")]
    Forwarded,

    /// <summary>FORWARD_ERR.</summary>
    [JsonStringEnumMemberName("FORWARD_ERR")]
    ForwardErr,

    /// <summary>STATUS_FORWARD_ERR.</summary>
    [JsonStringEnumMemberName("STATUS_FORWARD_ERR")]
    StatusForwardErr,
}
