using System.Text.Json.Serialization;

namespace MockMessaging.Contract;

/// <summary>Through what kind of channel somebody is reached.</summary>
[JsonConverter(typeof(StrictEnumConverter<ContactType>))]
public enum ContactType
{
    /// <summary>SMS.</summary>
    [JsonStringEnumMemberName("SMS")]
    Sms,

    /// <summary>OA.</summary>
    [JsonStringEnumMemberName("OA")]
    Oa,

    /// <summary>EMAIL.</summary>
    [JsonStringEnumMemberName("EMAIL")]
    Email,

    /// <summary>WHATSAPP.</summary>
    [JsonStringEnumMemberName("WHATSAPP")]
    WhatsApp,

    /// <summary>PUSH.</summary>
    [JsonStringEnumMemberName("PUSH")]
    Push,

    /// <summary>FACEBOOK.</summary>
    [JsonStringEnumMemberName("FACEBOOK")]
    Facebook,

    /// <summary>TELEGRAM.</summary>
    [JsonStringEnumMemberName("TELEGRAM")]
    Telegram,

    /// <summary>WEBSITE.</summary>
    [JsonStringEnumMemberName("WEBSITE")]
    Website,

    /// <summary>TWITTER.</summary>
    [JsonStringEnumMemberName("TWITTER")]
    Twitter,

    /// <summary>INSTAGRAM.</summary>
    [JsonStringEnumMemberName("INSTAGRAM")]
    Instagram,

    /// <summary>DUMMY.</summary>
    [JsonStringEnumMemberName("DUMMY")]
    Dummy,

    /// <summary>EMPTY.</summary>
    [JsonStringEnumMemberName("EMPTY")]
    Empty,
}
