using System.Text.Json.Nodes;

namespace MockMessaging.Contract;

/// <summary>InBoundMsg</summary>
public sealed class InBoundMsg
{
    /// <summary>attachments</summary>
    public IReadOnlyList<InBoundMsgMedia>? Attachments { get; set; }

    /// <summary>audio</summary>
    public InBoundMsgMedia? Audio { get; set; }

    /// <summary>contactId</summary>
    public string? ContactId { get; set; }

    /// <summary>document</summary>
    public InBoundMsgMedia? Document { get; set; }

    /// <summary>form</summary>
    public FormReply? Form { get; set; }

    /// <summary>from</summary>
    public string? From { get; set; }

    /// <summary>id</summary>
    public string? Id { get; set; }

    /// <summary>image</summary>
    public InBoundMsgMedia? Image { get; set; }

    /// <summary>location</summary>
    public CommonMsgLocation? Location { get; set; }

    /// <summary>messageIdExt</summary>
    public string? MessageIdExt { get; set; }

    /// <summary>originalMessage</summary>
    public JsonObject? OriginalMessage { get; set; }

    /// <summary>referral</summary>
    public MessageReferral? Referral { get; set; }

    /// <summary>session</summary>
    public MsgSession? Session { get; set; }

    /// <summary>tags</summary>
    public TagDocument? Tags { get; set; }

    /// <summary>text</summary>
    public InBoundMsgText? Text { get; set; }

    /// <summary>timestamp</summary>
    public long? Timestamp { get; set; }

    /// <summary>type</summary>
    public InBoundMsgType? Type { get; set; }

    /// <summary>video</summary>
    public InBoundMsgMedia? Video { get; set; }

    /// <summary>voice</summary>
    public InBoundMsgMedia? Voice { get; set; }
}
