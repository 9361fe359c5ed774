using System.Text.Json.Serialization;

namespace MockMessaging.Contract;

/// <summary>What kind of source led to a message.</summary>
[JsonConverter(typeof(StrictEnumConverter<ReferralCategory>))]
public enum ReferralCategory
{
    /// <summary>message.</summary>
    [JsonStringEnumMemberName("message")]
    Message,

    /// <summary>social.</summary>
    [JsonStringEnumMemberName("social")]
    Social,

    /// <summary>ads.</summary>
    [JsonStringEnumMemberName("ads")]
    Ads,

    /// <summary>campaign.</summary>
    [JsonStringEnumMemberName("campaign")]
    Campaign,
}
