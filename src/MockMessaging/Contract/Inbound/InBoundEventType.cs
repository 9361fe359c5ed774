using System.Text.Json.Serialization;

namespace MockMessaging.Contract;

/// <summary>Direction of the message behind an event.</summary>
[JsonConverter(typeof(StrictEnumConverter<InBoundEventType>))]
public enum InBoundEventType
{
    /// <summary>INBOUND.</summary>
    [JsonStringEnumMemberName("INBOUND")]
    Inbound,

    /// <summary>OUTBOUND.</summary>
    [JsonStringEnumMemberName("OUTBOUND")]
    Outbound,

    /// <summary>ACTION.</summary>
    [JsonStringEnumMemberName("ACTION")]
    Action,
}
