using System.Text.Json.Nodes;

namespace MockMessaging.Contract;

/// <summary>A customer's message, as pushed.</summary>
public sealed class InBoundMsg
{
    /// <summary>Media that come with it.</summary>
    public IReadOnlyList<InBoundMsgMedia>? Attachments { get; set; }

    /// <summary>A sound file.</summary>
    public InBoundMsgMedia? Audio { get; set; }

    /// <summary>Id of the contact.</summary>
    /// <example>wa919988776655_918828218374</example>
    public string? ContactId { get; set; }

    /// <summary>A document.</summary>
    public InBoundMsgMedia? Document { get; set; }

    /// <summary>What the customer chose.</summary>
    public FormReply? Form { get; set; }

    /// <summary>Phone or mail address of the customer.</summary>
    /// <example>919988776655</example>
    public string? From { get; set; }

    /// <summary>Unique id the service gave the message.</summary>
    /// <example>61f3810a02e14c0877fc1a32</example>
    public string? Id { get; set; }

    /// <summary>A picture.</summary>
    public InBoundMsgMedia? Image { get; set; }

    /// <summary>A place.</summary>
    public CommonMsgLocation? Location { get; set; }

    /// <summary>Unique id the channel gave the message, if any.</summary>
    /// <example>1234567</example>
    public string? MessageIdExt { get; set; }

    /// <summary>The message as the channel sent it; only where the service changed it, or failed on it.</summary>
    public JsonObject? OriginalMessage { get; set; }

    /// <summary>What led to the message.</summary>
    public MessageReferral? Referral { get; set; }

    /// <summary>The session it belongs to.</summary>
    public MsgSession? Session { get; set; }

    /// <summary>What was found in the text.</summary>
    public TagDocument? Tags { get; set; }

    /// <summary>Text.</summary>
    public InBoundMsgText? Text { get; set; }

    /// <summary>When, ms since the epoch.</summary>
    /// <example>156753339076</example>
    public long? Timestamp { get; set; }

    /// <summary>What was sent; the object of the same name holds it. Newer kinds of messages come with values of their own.</summary>
    [DocumentedValues("audio", "document", "image", "location", "system", "text", "video", "voice")]
    public string? Type { get; set; }

    /// <summary>A film.</summary>
    public InBoundMsgMedia? Video { get; set; }

    /// <summary>A spoken note.</summary>
    public InBoundMsgMedia? Voice { get; set; }
}
