using System.Text.Json.Serialization;

namespace MockMessaging.Contract;

/// <summary>ReferralCategory</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReferralCategory>))]
public enum ReferralCategory
{
    /// <summary>message</summary>
    [JsonStringEnumMemberName("message")]
    Message,

    /// <summary>social</summary>
    [JsonStringEnumMemberName("social")]
    Social,

    /// <summary>ads</summary>
    [JsonStringEnumMemberName("ads")]
    Ads,

    /// <summary>campaign</summary>
    [JsonStringEnumMemberName("campaign")]
    Campaign,

}
