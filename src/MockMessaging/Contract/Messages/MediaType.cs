using System.Text.Json.Serialization;

namespace MockMessaging.Contract;

/// <summary>Kind of medium.</summary>
[JsonConverter(typeof(StrictEnumConverter<MediaType>))]
public enum MediaType
{
    /// <summary>IMAGE.</summary>
    [JsonStringEnumMemberName("IMAGE")]
    Image,

    /// <summary>DOCUMENT.</summary>
    [JsonStringEnumMemberName("DOCUMENT")]
    Document,

    /// <summary>TEXT.</summary>
    [JsonStringEnumMemberName("TEXT")]
    Text,

    /// <summary>PDF.</summary>
    [JsonStringEnumMemberName("PDF")]
    Pdf,

    /// <summary>VIDEO.</summary>
    [JsonStringEnumMemberName("VIDEO")]
    Video,

    /// <summary>URL.</summary>
    [JsonStringEnumMemberName("URL")]
    Url,

    /// <summary>AUDIO.</summary>
    [JsonStringEnumMemberName("AUDIO")]
    Audio,
}
