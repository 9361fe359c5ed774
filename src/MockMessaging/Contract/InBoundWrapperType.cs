using System.Text.Json.Serialization;

namespace MockMessaging.Contract;

/// <summary>InBoundWrapperType</summary>
[JsonConverter(typeof(JsonStringEnumConverter<InBoundWrapperType>))]
public enum InBoundWrapperType
{
    /// <summary>messages</summary>
    [JsonStringEnumMemberName("messages")]
    Messages,

    /// <summary>actions</summary>
    [JsonStringEnumMemberName("actions")]
    Actions,

    /// <summary>events</summary>
    [JsonStringEnumMemberName("events")]
    Events,

    /// <summary>statuses</summary>
    [JsonStringEnumMemberName("statuses")]
    Statuses,

}
