using System.Text.Json.Serialization;

namespace MockMessaging.Contract;

/// <summary>InBoundMsgMedia</summary>
public sealed class InBoundMsgMedia
{
    /// <summary>caption</summary>
    public string? Caption { get; set; }

    /// <summary>filename</summary>
    public string? Filename { get; set; }

    /// <summary>id</summary>
    public string? Id { get; set; }

    /// <summary>link</summary>
    public string? Link { get; set; }

    /// <summary>linkSecure</summary>
    public string? LinkSecure { get; set; }

    /// <summary>mime_type</summary>
    [JsonPropertyName("mime_type")]
    public string? MimeType { get; set; }

    /// <summary>sha256</summary>
    public string? Sha256 { get; set; }

    /// <summary>type</summary>
    public string? Type { get; set; }
}
