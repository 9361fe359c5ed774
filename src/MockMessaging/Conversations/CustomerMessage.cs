using System.Text.Json.Nodes;
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

    /// <summary>
    /// text, image, video, audio, voice, document, location, contacts or system; follows from the content when left out. Any other word, such
    /// as sticker, is pushed as the message's type, with nothing made up.
    /// </summary>
    /// <example>text</example>
    public string? Type { get; set; }

    /// <summary>The words.</summary>
    public OutBoundMsgText? Text { get; set; }

    /// <summary>A picture.</summary>
    public CustomerMedia? Image { get; set; }

    /// <summary>A film.</summary>
    public CustomerMedia? Video { get; set; }

    /// <summary>A sound file.</summary>
    public CustomerMedia? Audio { get; set; }

    /// <summary>A spoken note.</summary>
    public CustomerMedia? Voice { get; set; }

    /// <summary>A document.</summary>
    public CustomerMedia? Document { get; set; }

    /// <summary>A place.</summary>
    public CommonMsgLocation? Location { get; set; }

    /// <summary>Contact cards.</summary>
    public IReadOnlyList<CommonMsgContactCard>? Contacts { get; set; }

    /// <summary>The button or list entry the customer chose.</summary>
    public CustomerReply? Reply { get; set; }

    /// <summary>
    /// Properties that are pushed with the message just as they are, for content this server has no words for; they win over those made here.
    /// Not id, messageIdExt, from, contactId, timestamp, type and session.
    /// </summary>
    public JsonObject? Content { get; set; }
}
