using System.Text.Json.Serialization;

namespace MockMessaging.Contract;

/// <summary>What customers can send.</summary>
[JsonConverter(typeof(StrictEnumConverter<InBoundMsgType>))]
public enum InBoundMsgType
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
}
