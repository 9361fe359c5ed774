using System.Text.Json.Serialization;

namespace MockMessaging.Contract;

/// <summary>ReferralSource</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReferralSource>))]
public enum ReferralSource
{
    /// <summary>inbound</summary>
    [JsonStringEnumMemberName("inbound")]
    Inbound,

    /// <summary>outbound</summary>
    [JsonStringEnumMemberName("outbound")]
    Outbound,

    /// <summary>feedback</summary>
    [JsonStringEnumMemberName("feedback")]
    Feedback,

    /// <summary>story</summary>
    [JsonStringEnumMemberName("story")]
    Story,

    /// <summary>post</summary>
    [JsonStringEnumMemberName("post")]
    Post,

}
