using System.Text.Json.Serialization;

namespace MockMessaging.Contract;

/// <summary>Type of the source that led to a message.</summary>
[JsonConverter(typeof(StrictEnumConverter<ReferralSource>))]
public enum ReferralSource
{
    /// <summary>inbound.</summary>
    [JsonStringEnumMemberName("inbound")]
    Inbound,

    /// <summary>outbound.</summary>
    [JsonStringEnumMemberName("outbound")]
    Outbound,

    /// <summary>feedback.</summary>
    [JsonStringEnumMemberName("feedback")]
    Feedback,

    /// <summary>story.</summary>
    [JsonStringEnumMemberName("story")]
    Story,

    /// <summary>post.</summary>
    [JsonStringEnumMemberName("post")]
    Post,
}
