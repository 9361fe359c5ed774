using System.Text.Json.Serialization;

namespace MockMessaging.Contract;

/// <summary>The statuses that are pushed.</summary>
[JsonConverter(typeof(StrictEnumConverter<PushedStatus>))]
public enum PushedStatus
{
    /// <summary>READ.</summary>
    [JsonStringEnumMemberName("READ")]
    Read,

    /// <summary>DLVRD.</summary>
    [JsonStringEnumMemberName("DLVRD")]
    Dlvrd,

    /// <summary>SENT.</summary>
    [JsonStringEnumMemberName("SENT")]
    Sent,

    /// <summary>FAILD.</summary>
    [JsonStringEnumMemberName("FAILD")]
    Faild,

    /// <summary>DELTD.</summary>
    [JsonStringEnumMemberName("DELTD")]
    Deltd,
}
