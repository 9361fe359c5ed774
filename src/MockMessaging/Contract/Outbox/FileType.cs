using System.Text.Json.Serialization;

namespace MockMessaging.Contract;

/// <summary>Kind of file.</summary>
[JsonConverter(typeof(StrictEnumConverter<FileType>))]
public enum FileType
{
    /// <summary>IMAGE.</summary>
    [JsonStringEnumMemberName("IMAGE")]
    Image,

    /// <summary>VIDEO.</summary>
    [JsonStringEnumMemberName("VIDEO")]
    Video,

    /// <summary>AUDIO.</summary>
    [JsonStringEnumMemberName("AUDIO")]
    Audio,

    /// <summary>TEXT.</summary>
    [JsonStringEnumMemberName("TEXT")]
    Text,

    /// <summary>DOCUMENT.</summary>
    [JsonStringEnumMemberName("DOCUMENT")]
    Document,

    /// <summary>FILE.</summary>
    [JsonStringEnumMemberName("FILE")]
    File,

    /// <summary>URL.</summary>
    [JsonStringEnumMemberName("URL")]
    Url,
}
