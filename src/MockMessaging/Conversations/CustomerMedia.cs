using System.Text.Json.Serialization;

namespace MockMessaging.Conversations;

/// <summary>A medium a simulated customer sends. Without a link one is made up.</summary>
public sealed class CustomerMedia
{
    /// <summary>Words beside the medium.</summary>
    /// <example>It arrived like this</example>
    public string? Caption { get; set; }

    /// <summary>Name of the file; the last part of the link when left out.</summary>
    /// <example>broken-lamp.jpg</example>
    public string? Filename { get; set; }

    /// <summary>Where the medium is.</summary>
    /// <example>https://media.example.com/inbound/broken-lamp.jpg</example>
    public string? Link { get; set; }

    /// <summary>MIME type; what goes with the file's extension when left out, else the usual one of its kind.</summary>
    /// <example>image/jpeg</example>
    [JsonPropertyName("mime_type")]
    public string? MimeType { get; set; }

    /// <summary>Id at the provider; not pushed when left out.</summary>
    public string? Id { get; set; }

    /// <summary>Hash of the file; not pushed when left out.</summary>
    public string? Sha256 { get; set; }
}
