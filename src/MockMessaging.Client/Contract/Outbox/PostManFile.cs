using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace MockMessaging.Contract;

/// <summary>A file that goes with a message.</summary>
public sealed class PostManFile
{
    /// <summary>Content of the file, in base64.</summary>
    public byte[]? Body { get; set; }

    public string? Content { get; set; }

    /// <summary>Length in bytes.</summary>
    public long? ContentLength { get; set; }

    /// <summary>MIME type.</summary>
    public string? ContentType { get; set; }

    /// <summary>Program that makes the document.</summary>
    public FileConverter? Converter { get; set; }

    public string? Extension { get; set; }
    public FileFormat? FileFormat { get; set; }
    public FileType? FileType { get; set; }

    /// <summary>HTTP headers to fetch the file with.</summary>
    public IReadOnlyDictionary<string, string>? Headers { get; set; }

    public JsonObject? Meta { get; set; }

    /// <summary>Values of the placeholders in the text.</summary>
    public JsonObject? Model { get; set; }

    public string? Name { get; set; }

    /// <summary>Settings of the file, free in form.</summary>
    public JsonObject? Options { get; set; }

    public string? Password { get; set; }

    /// <summary>Where the file is stored.</summary>
    public string? Path { get; set; }

    /// <summary>Template of the document.</summary>
    public CommonTemplateMeta? Template { get; set; }

    public string? Thumb { get; set; }
    public string? Title { get; set; }
    public string? Url { get; set; }
}

/// <summary>Program that makes a document.</summary>
[JsonConverter(typeof(StrictEnumConverter<FileConverter>))]
public enum FileConverter
{
    Amxfs, Fs, Fop, Itext5, Itext7, Jasper,
}

/// <summary>Format of a file.</summary>
[JsonConverter(typeof(StrictEnumConverter<FileFormat>))]
public enum FileFormat
{
    Pdf, Csv, Png, Jpeg, Jpg, Bmp, Gif, Tiff, Tif, Webp, Mp3, [JsonStringEnumMemberName("aac")] Aac, Amr, Ogg, OggPlus,
    AudioMp4, AudioMpeg, AudioWebm, AudioOpus, AudioWebmOpus, Mp4, [JsonStringEnumMemberName("VIDEO_3GPP")] Video3gpp, Json,
    Html, Text, Unknown,
}

/// <summary>Kind of file.</summary>
[JsonConverter(typeof(StrictEnumConverter<FileType>))]
public enum FileType
{
    Image, Video, Audio, Text, Document, File, Url,
}
