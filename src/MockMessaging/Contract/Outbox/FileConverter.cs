using System.Text.Json.Serialization;

namespace MockMessaging.Contract;

/// <summary>What makes a document.</summary>
[JsonConverter(typeof(StrictEnumConverter<FileConverter>))]
public enum FileConverter
{
    /// <summary>AMXFS.</summary>
    [JsonStringEnumMemberName("AMXFS")]
    Amxfs,

    /// <summary>FS.</summary>
    [JsonStringEnumMemberName("FS")]
    Fs,

    /// <summary>FOP.</summary>
    [JsonStringEnumMemberName("FOP")]
    Fop,

    /// <summary>ITEXT5.</summary>
    [JsonStringEnumMemberName("ITEXT5")]
    Itext5,

    /// <summary>ITEXT7.</summary>
    [JsonStringEnumMemberName("ITEXT7")]
    Itext7,

    /// <summary>JASPER.</summary>
    [JsonStringEnumMemberName("JASPER")]
    Jasper,
}
