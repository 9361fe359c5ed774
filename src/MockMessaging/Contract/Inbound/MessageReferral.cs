using System.Text.Json.Nodes;

namespace MockMessaging.Contract;

/// <summary>What led a customer to write.</summary>
public sealed class MessageReferral
{
    /// <summary>Text.</summary>
    public string? Body { get; set; }

    /// <summary>The bulk run it came from; the vendor's spelling.</summary>
    public string? BulkdId { get; set; }

    /// <summary>Address of a picture.</summary>
    public string? ImageUrl { get; set; }

    /// <summary>Further values.</summary>
    public JsonObject? Info { get; set; }

    /// <summary>Kind of medium.</summary>
    public string? MediaType { get; set; }

    /// <summary>Where the medium is.</summary>
    public string? MediaUrl { get; set; }

    /// <summary>Id of the message.</summary>
    public string? MessageId { get; set; }

    /// <summary>The provider's id of the message.</summary>
    public string? MessageIdExt { get; set; }

    /// <summary>What kind of source led to the message.</summary>
    [DocumentedValues("message", "social", "ads", "campaign")]
    public string? SourceCategory { get; set; }

    /// <summary>Id of the source.</summary>
    public string? SourceId { get; set; }

    /// <summary>What the source is.</summary>
    [DocumentedValues("inbound", "outbound", "feedback", "story", "post")]
    public string? SourceType { get; set; }

    /// <summary>Address of the source.</summary>
    public string? SourceUrl { get; set; }

    /// <summary>Address of a small picture.</summary>
    public string? ThumbUrl { get; set; }

    /// <summary>Title.</summary>
    public string? Title { get; set; }
}
