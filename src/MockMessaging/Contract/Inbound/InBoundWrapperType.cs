using System.Text.Json.Serialization;

namespace MockMessaging.Contract;

/// <summary>Which array of a wrapper is filled.</summary>
[JsonConverter(typeof(StrictEnumConverter<InBoundWrapperType>))]
public enum InBoundWrapperType
{
    /// <summary>messages.</summary>
    [JsonStringEnumMemberName("messages")]
    Messages,

    /// <summary>actions.</summary>
    [JsonStringEnumMemberName("actions")]
    Actions,

    /// <summary>events.</summary>
    [JsonStringEnumMemberName("events")]
    Events,

    /// <summary>statuses.</summary>
    [JsonStringEnumMemberName("statuses")]
    Statuses,
}
