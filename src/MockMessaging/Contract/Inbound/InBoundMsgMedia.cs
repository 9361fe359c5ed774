using System.Text.Json.Serialization;

namespace MockMessaging.Contract;

/// <summary>A medium of a customer's message.</summary>
public sealed class InBoundMsgMedia
{
    /// <summary>Words beside the medium.</summary>
    /// <example>document-caption</example>
    public string? Caption { get; set; }

    /// <summary>Name of the file on the sender's device, else the last part of the link.</summary>
    /// <example>document-filename</example>
    public string? Filename { get; set; }

    /// <summary>Id of the medium.</summary>
    /// <example>2121212</example>
    public string? Id { get; set; }

    /// <summary>Where the medium is.</summary>
    /// <example>http(s)://link-to-media-file-url</example>
    public string? Link { get; set; }

    /// <summary>The same link with https.</summary>
    /// <example>https://link-to-media-file-url</example>
    public string? LinkSecure { get; set; }

    /// <summary>MIME type.</summary>
    /// <example>video/mp4</example>
    [JsonPropertyName("mime_type")]
    public string? MimeType { get; set; }

    /// <summary>SHA-256 hash of the file.</summary>
    /// <example>m3232kaoe4belrr</example>
    public string? Sha256 { get; set; }

    /// <summary>Kind of medium, as the type of the message.</summary>
    /// <example>image</example>
    public string? Type { get; set; }
}
