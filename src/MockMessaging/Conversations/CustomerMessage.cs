using MockMessaging.Contract;

namespace MockMessaging.Conversations;

/// <summary>What a simulated customer sends. Everything left out is made up.</summary>
public sealed class CustomerMessage
{
    /// <summary>The channel it comes in on; the first one when left out.</summary>
    /// <example>wa360:918828218374</example>
    public string? ChannelId { get; set; }

    /// <summary>Who writes; somebody new when left out.</summary>
    public CustomerAddress? From { get; set; }

    /// <summary>text, image, video, audio, voice, document, location or contacts; follows from the content when left out.</summary>
    /// <example>text</example>
    public string? Type { get; set; }

    /// <summary>The words.</summary>
    public OutBoundMsgText? Text { get; set; }

    /// <summary>A picture.</summary>
    public OutBoundMsgMedia? Image { get; set; }

    /// <summary>A film.</summary>
    public OutBoundMsgMedia? Video { get; set; }

    /// <summary>A sound file.</summary>
    public OutBoundMsgMedia? Audio { get; set; }

    /// <summary>A spoken note.</summary>
    public OutBoundMsgMedia? Voice { get; set; }

    /// <summary>A document.</summary>
    public OutBoundMsgMedia? Document { get; set; }

    /// <summary>A place.</summary>
    public CommonMsgLocation? Location { get; set; }

    /// <summary>Contact cards.</summary>
    public IReadOnlyList<CommonMsgContactCard>? Contacts { get; set; }

    /// <summary>The button or list entry the customer chose.</summary>
    public CustomerReply? Reply { get; set; }
}
