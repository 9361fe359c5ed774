using System.Text.Json.Nodes;

namespace MockMessaging.Contract;

/// <summary>MessageReferral</summary>
public sealed class MessageReferral
{
    /// <summary>body</summary>
    public string? Body { get; set; }

    /// <summary>bulkdId</summary>
    public string? BulkdId { get; set; }

    /// <summary>imageUrl</summary>
    public string? ImageUrl { get; set; }

    /// <summary>info</summary>
    public JsonObject? Info { get; set; }

    /// <summary>mediaType</summary>
    public string? MediaType { get; set; }

    /// <summary>mediaUrl</summary>
    public string? MediaUrl { get; set; }

    /// <summary>messageId</summary>
    public string? MessageId { get; set; }

    /// <summary>messageIdExt</summary>
    public string? MessageIdExt { get; set; }

    /// <summary>sourceCategory</summary>
    public ReferralCategory? SourceCategory { get; set; }

    /// <summary>sourceId</summary>
    public string? SourceId { get; set; }

    /// <summary>sourceType</summary>
    public ReferralSource? SourceType { get; set; }

    /// <summary>sourceUrl</summary>
    public string? SourceUrl { get; set; }

    /// <summary>thumbUrl</summary>
    public string? ThumbUrl { get; set; }

    /// <summary>title</summary>
    public string? Title { get; set; }
}
