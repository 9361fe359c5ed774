namespace MockMessaging.Contract;

/// <summary>A message to send.</summary>
public sealed class OutBoundMsg
{
    /// <summary>A sound file.</summary>
    public OutBoundMsgMedia? Audio { get; set; }

    /// <summary>Id of the channel: type, colon, lane.</summary>
    /// <example>wa360:918828218374</example>
    public string? ChannelId { get; set; }

    /// <summary>Contact cards to send.</summary>
    public IReadOnlyList<CommonMsgContactCard>? Contacts { get; set; }

    /// <summary>A document.</summary>
    public OutBoundMsgMedia? Document { get; set; }

    /// <summary>A picture.</summary>
    public OutBoundMsgMedia? Image { get; set; }

    /// <summary>A place.</summary>
    public CommonMsgLocation? Location { get; set; }

    /// <summary>Whether the content is masked where people look at it.</summary>
    public bool? Mask { get; set; }

    /// <summary>Id of an earlier message to send again; type and content are then not looked at.</summary>
    /// <example>61f3810a02e14c0877fc1a32</example>
    public string? MessageIdResend { get; set; }

    /// <summary>Buttons and how they are shown.</summary>
    public CommonMsgOptions? Options { get; set; }

    /// <summary>Template.</summary>
    public CommonTemplateMeta? Template { get; set; }

    /// <summary>Text.</summary>
    public OutBoundMsgText? Text { get; set; }

    /// <summary>Who it is for: contactId, or phone or mail address by kind of channel.</summary>
    public OutBoundContact? To { get; set; }

    /// <summary>What is sent; the object of the same name holds it. Other values are accepted too, and sent with whatever objects are there.</summary>
    [DocumentedValues("audio", "document", "image", "location", "system", "text", "video", "voice", "contacts", "template", "optin", "optout")]
    public string? Type { get; set; }

    /// <summary>A film.</summary>
    public OutBoundMsgMedia? Video { get; set; }
}
