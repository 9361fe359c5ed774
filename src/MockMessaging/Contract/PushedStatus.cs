using System.Text.Json.Serialization;

namespace MockMessaging.Contract;

/// <summary>PushedStatus</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PushedStatus>))]
public enum PushedStatus
{
    /// <summary>READ</summary>
    [JsonStringEnumMemberName("READ")]
    Read,

    /// <summary>DLVRD</summary>
    [JsonStringEnumMemberName("DLVRD")]
    Dlvrd,

    /// <summary>SENT</summary>
    [JsonStringEnumMemberName("SENT")]
    Sent,

    /// <summary>FAILD</summary>
    [JsonStringEnumMemberName("FAILD")]
    Faild,

    /// <summary>DELTD</summary>
    [JsonStringEnumMemberName("DELTD")]
    Deltd,

}
