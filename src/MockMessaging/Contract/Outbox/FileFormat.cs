using System.Text.Json.Serialization;

namespace MockMessaging.Contract;

/// <summary>Format of a file.</summary>
[JsonConverter(typeof(StrictEnumConverter<FileFormat>))]
public enum FileFormat
{
    /// <summary>PDF.</summary>
    [JsonStringEnumMemberName("PDF")]
    Pdf,

    /// <summary>CSV.</summary>
    [JsonStringEnumMemberName("CSV")]
    Csv,

    /// <summary>PNG.</summary>
    [JsonStringEnumMemberName("PNG")]
    Png,

    /// <summary>JPEG.</summary>
    [JsonStringEnumMemberName("JPEG")]
    Jpeg,

    /// <summary>JPG.</summary>
    [JsonStringEnumMemberName("JPG")]
    Jpg,

    /// <summary>BMP.</summary>
    [JsonStringEnumMemberName("BMP")]
    Bmp,

    /// <summary>GIF.</summary>
    [JsonStringEnumMemberName("GIF")]
    Gif,

    /// <summary>TIFF.</summary>
    [JsonStringEnumMemberName("TIFF")]
    Tiff,

    /// <summary>TIF.</summary>
    [JsonStringEnumMemberName("TIF")]
    Tif,

    /// <summary>WEBP.</summary>
    [JsonStringEnumMemberName("WEBP")]
    Webp,

    /// <summary>MP3.</summary>
    [JsonStringEnumMemberName("MP3")]
    Mp3,

    /// <summary>aac.</summary>
    [JsonStringEnumMemberName("aac")]
    Aac,

    /// <summary>AMR.</summary>
    [JsonStringEnumMemberName("AMR")]
    Amr,

    /// <summary>OGG.</summary>
    [JsonStringEnumMemberName("OGG")]
    Ogg,

    /// <summary>OGG_PLUS.</summary>
    [JsonStringEnumMemberName("OGG_PLUS")]
    OggPlus,

    /// <summary>AUDIO_MP4.</summary>
    [JsonStringEnumMemberName("AUDIO_MP4")]
    AudioMp4,

    /// <summary>AUDIO_MPEG.</summary>
    [JsonStringEnumMemberName("AUDIO_MPEG")]
    AudioMpeg,

    /// <summary>AUDIO_WEBM.</summary>
    [JsonStringEnumMemberName("AUDIO_WEBM")]
    AudioWebm,

    /// <summary>AUDIO_OPUS.</summary>
    [JsonStringEnumMemberName("AUDIO_OPUS")]
    AudioOpus,

    /// <summary>AUDIO_WEBM_OPUS.</summary>
    [JsonStringEnumMemberName("AUDIO_WEBM_OPUS")]
    AudioWebmOpus,

    /// <summary>MP4.</summary>
    [JsonStringEnumMemberName("MP4")]
    Mp4,

    /// <summary>VIDEO_3GPP.</summary>
    [JsonStringEnumMemberName("VIDEO_3GPP")]
    Video3gpp,

    /// <summary>JSON.</summary>
    [JsonStringEnumMemberName("JSON")]
    Json,

    /// <summary>HTML.</summary>
    [JsonStringEnumMemberName("HTML")]
    Html,

    /// <summary>TEXT.</summary>
    [JsonStringEnumMemberName("TEXT")]
    Text,

    /// <summary>UNKNOWN.</summary>
    [JsonStringEnumMemberName("UNKNOWN")]
    Unknown,
}
