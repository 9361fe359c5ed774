using System.Text.Json.Serialization;

namespace MockMessaging.Contract;

/// <summary>What a button does.</summary>
[JsonConverter(typeof(StrictEnumConverter<ButtonType>))]
public enum ButtonType
{
    /// <summary>QUICK_REPLY.</summary>
    [JsonStringEnumMemberName("QUICK_REPLY")]
    QuickReply,

    /// <summary>URL.</summary>
    [JsonStringEnumMemberName("URL")]
    Url,

    /// <summary>PHONE_NUMBER.</summary>
    [JsonStringEnumMemberName("PHONE_NUMBER")]
    PhoneNumber,

    /// <summary>LOCATION_REQUEST.</summary>
    [JsonStringEnumMemberName("LOCATION_REQUEST")]
    LocationRequest,
}
