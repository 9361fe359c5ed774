using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using MockMessaging.Contract;

namespace MockMessaging.Conversations;

/// <summary>A message of a simulated customer, or several. Everything that is left out is made up.</summary>
public sealed class CustomerMessage : CustomerContent
{
    /// <summary>Channel of the message. Default: the first one that is not disabled.</summary>
    /// <example>wa360:918828218374</example>
    public string? ChannelId { get; set; }

    /// <summary>The customer. Default: a new one.</summary>
    public CustomerAddress? From { get; set; }

    /// <summary>Several messages at once, 1 to 100, such as six pictures; they replace the content beside them. Each has a push of its own.</summary>
    public IReadOnlyList<CustomerContent>? Messages { get; set; }

    /// <summary>True puts all messages into one push, which production does not do. Default false.</summary>
    public bool? Together { get; set; }

    /// <summary>True: each message comes a second time under another id and with the same messageIdExt, as when the channel delivers it twice. Default false.</summary>
    public bool? Again { get; set; }
}

/// <summary>The content of a simulated customer's message. Everything that is left out is made up.</summary>
public class CustomerContent
{
    /// <summary>
    /// text, image, sticker, video, audio, voice, document, location, contacts or system. Default: follows from the content. Any other type, such
    /// as reaction, is pushed as given, and nothing is made up for it.
    /// </summary>
    /// <example>text</example>
    public string? Type { get; set; }

    /// <summary>Text of the message.</summary>
    public OutBoundMsgText? Text { get; set; }

    /// <summary>A picture.</summary>
    public CustomerMedia? Image { get; set; }

    /// <summary>A sticker.</summary>
    public CustomerMedia? Sticker { get; set; }

    /// <summary>A video.</summary>
    public CustomerMedia? Video { get; set; }

    /// <summary>A sound file.</summary>
    public CustomerMedia? Audio { get; set; }

    /// <summary>A voice note.</summary>
    public CustomerMedia? Voice { get; set; }

    /// <summary>A document.</summary>
    public CustomerMedia? Document { get; set; }

    /// <summary>A place.</summary>
    public CommonMsgLocation? Location { get; set; }

    /// <summary>Contact cards.</summary>
    public IReadOnlyList<CommonMsgContactCard>? Contacts { get; set; }

    /// <summary>The button or list entry that the customer chose.</summary>
    public CustomerReply? Reply { get; set; }

    /// <summary>
    /// Properties that are pushed with the message as given, for content that this server does not know. They replace properties that this server
    /// sets, except id, messageIdExt, from, contactId, timestamp and type, which are refused. `session` takes assignedToAgent and assignedToDept only.
    /// </summary>
    public JsonObject? Content { get; set; }

    internal bool HasContent =>
        new object?[] { Type, Text, Image, Sticker, Video, Audio, Voice, Document, Location, Contacts, Reply, Content }.Any(value => value is not null);
}

/// <summary>A simulated customer.</summary>
public sealed class CustomerAddress
{
    /// <summary>Phone in international form, for WhatsApp and SMS.</summary>
    /// <example>+919988776655</example>
    public string? Phone { get; set; }

    /// <summary>Mail address, for e-mail channels.</summary>
    public string? Email { get; set; }

    /// <summary>Name that is shown with the message.</summary>
    /// <example>Asha Rao</example>
    public string? Name { get; set; }

    /// <summary>Account id within the channel, for social channels.</summary>
    public string? Csid { get; set; }

    /// <summary>Id of a known contact; wins over the other properties.</summary>
    public string? ContactId { get; set; }
}

/// <summary>A file of a simulated customer.</summary>
public sealed class CustomerMedia
{
    /// <summary>Text below the file.</summary>
    /// <example>It arrived like this</example>
    public string? Caption { get; set; }

    /// <summary>Name of the file. Default: the last part of the link; made up if there is none.</summary>
    /// <example>broken-lamp.jpg</example>
    public string? Filename { get; set; }

    /// <summary>Id of a file that was uploaded with POST /_sandbox/media; its name and MIME type are the defaults. The push has a link to it.</summary>
    public string? MediaId { get; set; }

    /// <summary>URL of the file, pushed as given. Default: a link to a file on this server, the uploaded one or a sample of the MIME type.</summary>
    /// <example>https://media.example.com/inbound/broken-lamp.jpg</example>
    public string? Link { get; set; }

    /// <summary>MIME type. Default: follows from the file's extension, else the usual one for the type of message.</summary>
    /// <example>image/jpeg</example>
    [JsonPropertyName("mime_type")]
    public string? MimeType { get; set; }

    /// <summary>Id at the provider. Default: not pushed.</summary>
    public string? Id { get; set; }

    /// <summary>Hash of the file. Default: not pushed.</summary>
    public string? Sha256 { get; set; }
}

/// <summary>A button or list entry that a simulated customer chose.</summary>
public sealed class CustomerReply
{
    /// <summary>Code of the button or list entry.</summary>
    /// <example>TRACK</example>
    public string? Id { get; set; }

    /// <summary>Label of the button or list entry; becomes the text of the message.</summary>
    /// <example>Track order</example>
    public string? Title { get; set; }

    /// <summary>Second line of the list entry.</summary>
    public string? Desc { get; set; }
}
