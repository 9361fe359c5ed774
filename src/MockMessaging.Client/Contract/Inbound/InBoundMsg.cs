using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace MockMessaging.Contract;

/// <summary>A customer's message, as pushed.</summary>
public sealed class InBoundMsg
{
    public IReadOnlyList<InBoundMsgMedia>? Attachments { get; set; }
    public InBoundMsgMedia? Audio { get; set; }

    /// <example>wa919988776655_918828218374</example>
    public string? ContactId { get; set; }

    public InBoundMsgMedia? Document { get; set; }

    /// <summary>Button or list entry that the customer chose.</summary>
    public FormReply? Form { get; set; }

    /// <summary>Phone or mail address of the customer.</summary>
    /// <example>919988776655</example>
    public string? From { get; set; }

    /// <summary>Id that the service gave the message.</summary>
    /// <example>61f3810a02e14c0877fc1a32</example>
    public string? Id { get; set; }

    public InBoundMsgMedia? Image { get; set; }
    public CommonMsgLocation? Location { get; set; }

    /// <summary>Id that the channel gave the message; null if it gave none.</summary>
    /// <example>1234567</example>
    public string? MessageIdExt { get; set; }

    /// <summary>The message as the channel sent it; only if the service changed it or failed to read it.</summary>
    public JsonObject? OriginalMessage { get; set; }

    public MessageReferral? Referral { get; set; }
    public MsgSession? Session { get; set; }
    public TagDocument? Tags { get; set; }
    public InBoundMsgText? Text { get; set; }

    /// <summary>Ms since the epoch.</summary>
    /// <example>156753339076</example>
    public long? Timestamp { get; set; }

    /// <summary>Type of the content; the object of the same name holds it. New types of messages have other values.</summary>
    [DocumentedValues("audio", "document", "image", "location", "system", "text", "video", "voice")]
    public string? Type { get; set; }

    public InBoundMsgMedia? Video { get; set; }
    public InBoundMsgMedia? Voice { get; set; }
}

/// <summary>The text of a customer's message.</summary>
public sealed class InBoundMsgText
{
    /// <example>your-text-message-content</example>
    public string? Body { get; set; }

    /// <summary>text, or the type of the content that the text stands for.</summary>
    /// <example>image</example>
    public string? Type { get; set; }
}

/// <summary>A media file of a customer's message.</summary>
public sealed class InBoundMsgMedia
{
    /// <example>document-caption</example>
    public string? Caption { get; set; }

    /// <summary>Name of the file on the sender's device; the last part of the link if unknown.</summary>
    /// <example>document-filename</example>
    public string? Filename { get; set; }

    /// <example>2121212</example>
    public string? Id { get; set; }

    /// <example>http(s)://link-to-media-file-url</example>
    public string? Link { get; set; }

    /// <summary>The link with https.</summary>
    /// <example>https://link-to-media-file-url</example>
    public string? LinkSecure { get; set; }

    /// <example>video/mp4</example>
    [JsonPropertyName("mime_type")]
    public string? MimeType { get; set; }

    /// <example>m3232kaoe4belrr</example>
    public string? Sha256 { get; set; }

    /// <summary>Type of the message that the file belongs to.</summary>
    /// <example>image</example>
    public string? Type { get; set; }
}

/// <summary>A button or list entry that the customer chose.</summary>
public sealed class FormReply
{
    /// <summary>Second line of the chosen list entry.</summary>
    [JsonPropertyName("reply_desc")]
    public string? ReplyDesc { get; set; }

    /// <summary>Code of the chosen button or list entry.</summary>
    /// <example>ACCEPT</example>
    [JsonPropertyName("reply_id")]
    public string? ReplyId { get; set; }

    /// <summary>Values that the customer entered in a form, by field name.</summary>
    [JsonPropertyName("reply_json")]
    public JsonObject? ReplyJson { get; set; }

    /// <summary>Label of the chosen button or list entry.</summary>
    /// <example>I Accept</example>
    [JsonPropertyName("reply_title")]
    public string? ReplyTitle { get; set; }
}

/// <summary>The session of a pushed message.</summary>
public sealed class MsgSession
{
    /// <example>SUPPORT</example>
    public string? AssignedToAgent { get; set; }

    /// <summary>Team in charge.</summary>
    /// <example>SUPPORT</example>
    public string? AssignedToDept { get; set; }

    /// <summary>Changes only when the session is routed.</summary>
    /// <example>xsds34434-323-232</example>
    public string? RoutingId { get; set; }

    /// <example>61f3810a02e14c0877fc1a32</example>
    public string? SessionId { get; set; }
}

/// <summary>What made a customer write.</summary>
public sealed class MessageReferral
{
    public string? Body { get; set; }

    /// <summary>Id of the bulk run that led to the message; the vendor's spelling.</summary>
    public string? BulkdId { get; set; }

    public string? ImageUrl { get; set; }
    public JsonObject? Info { get; set; }
    public string? MediaType { get; set; }
    public string? MediaUrl { get; set; }
    public string? MessageId { get; set; }

    /// <summary>The provider's id of the message.</summary>
    public string? MessageIdExt { get; set; }

    [DocumentedValues("message", "social", "ads", "campaign")]
    public string? SourceCategory { get; set; }

    public string? SourceId { get; set; }

    [DocumentedValues("inbound", "outbound", "feedback", "story", "post")]
    public string? SourceType { get; set; }

    public string? SourceUrl { get; set; }
    public string? ThumbUrl { get; set; }
    public string? Title { get; set; }
}

/// <summary>What the vendor found in a text: topics, places, persons and mood.</summary>
public sealed class TagDocument
{
    public IReadOnlyList<string>? Categories { get; set; }
    public IReadOnlyList<string>? Cities { get; set; }
    public IReadOnlyList<string>? Countries { get; set; }
    public IReadOnlyList<string>? Langs { get; set; }
    public IReadOnlyList<string>? Locations { get; set; }
    public IReadOnlyList<string>? Organizations { get; set; }
    public IReadOnlyList<string>? Persons { get; set; }
    public int? SentimentScore { get; set; }
    public IReadOnlyList<string>? Sentiments { get; set; }
}
