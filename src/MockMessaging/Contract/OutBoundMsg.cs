namespace MockMessaging.Contract;

/// <summary>OutBoundMsg</summary>
public sealed class OutBoundMsg
{
    /// <summary>audio</summary>
    public OutBoundMsgMedia? Audio { get; set; }

    /// <summary>channelId</summary>
    public string? ChannelId { get; set; }

    /// <summary>contacts</summary>
    public IReadOnlyList<CommonMsgContactCard>? Contacts { get; set; }

    /// <summary>document</summary>
    public OutBoundMsgMedia? Document { get; set; }

    /// <summary>image</summary>
    public OutBoundMsgMedia? Image { get; set; }

    /// <summary>location</summary>
    public CommonMsgLocation? Location { get; set; }

    /// <summary>mask</summary>
    public bool? Mask { get; set; }

    /// <summary>messageIdResend</summary>
    public string? MessageIdResend { get; set; }

    /// <summary>options</summary>
    public CommonMsgOptions? Options { get; set; }

    /// <summary>template</summary>
    public CommonTemplateMeta? Template { get; set; }

    /// <summary>text</summary>
    public OutBoundMsgText? Text { get; set; }

    /// <summary>to</summary>
    public OutBoundContact? To { get; set; }

    /// <summary>type</summary>
    public OutBoundMsgType? Type { get; set; }

    /// <summary>video</summary>
    public OutBoundMsgMedia? Video { get; set; }
}
