using System.Text.Json.Serialization;

namespace MockMessaging.Contract;

/// <summary>InBoundEventType</summary>
[JsonConverter(typeof(JsonStringEnumConverter<InBoundEventType>))]
public enum InBoundEventType
{
    /// <summary>INBOUND</summary>
    [JsonStringEnumMemberName("INBOUND")]
    Inbound,

    /// <summary>OUTBOUND</summary>
    [JsonStringEnumMemberName("OUTBOUND")]
    Outbound,

    /// <summary>ACTION</summary>
    [JsonStringEnumMemberName("ACTION")]
    Action,

}
