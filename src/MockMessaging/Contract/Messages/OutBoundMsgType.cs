using System.Text.Json.Serialization;

namespace MockMessaging.Contract;

/// <summary>What can be sent.</summary>
[JsonConverter(typeof(StrictEnumConverter<OutBoundMsgType>))]
public enum OutBoundMsgType
{
    /// <summary>audio.</summary>
    [JsonStringEnumMemberName("audio")]
    Audio,

    /// <summary>document.</summary>
    [JsonStringEnumMemberName("document")]
    Document,

    /// <summary>image.</summary>
    [JsonStringEnumMemberName("image")]
    Image,

    /// <summary>location.</summary>
    [JsonStringEnumMemberName("location")]
    Location,

    /// <summary>system.</summary>
    [JsonStringEnumMemberName("system")]
    System,

    /// <summary>text.</summary>
    [JsonStringEnumMemberName("text")]
    Text,

    /// <summary>video.</summary>
    [JsonStringEnumMemberName("video")]
    Video,

    /// <summary>voice.</summary>
    [JsonStringEnumMemberName("voice")]
    Voice,

    /// <summary>contacts.</summary>
    [JsonStringEnumMemberName("contacts")]
    Contacts,

    /// <summary>template.</summary>
    [JsonStringEnumMemberName("template")]
    Template,

    /// <summary>optin.</summary>
    [JsonStringEnumMemberName("optin")]
    Optin,

    /// <summary>optout.</summary>
    [JsonStringEnumMemberName("optout")]
    Optout,
}
