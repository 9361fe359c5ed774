using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace MockMessaging.Contract;

/// <summary>A message to send.</summary>
public sealed class OutBoundMsg
{
    public OutBoundMsgMedia? Audio { get; set; }

    /// <summary>Id of the channel: type, colon, lane.</summary>
    /// <example>wa360:918828218374</example>
    public string? ChannelId { get; set; }

    /// <summary>Contact cards to send.</summary>
    public IReadOnlyList<CommonMsgContactCard>? Contacts { get; set; }

    public OutBoundMsgMedia? Document { get; set; }
    public OutBoundMsgMedia? Image { get; set; }
    public CommonMsgLocation? Location { get; set; }

    /// <summary>True if the content is masked for people who view it.</summary>
    public bool? Mask { get; set; }

    /// <summary>Id of an earlier message to send again; type and content are then ignored.</summary>
    /// <example>61f3810a02e14c0877fc1a32</example>
    public string? MessageIdResend { get; set; }

    public CommonMsgOptions? Options { get; set; }
    public CommonTemplateMeta? Template { get; set; }
    public OutBoundMsgText? Text { get; set; }

    /// <summary>Receiver: contactId, or phone or mail address, which depends on the channel.</summary>
    public OutBoundContact? To { get; set; }

    /// <summary>Type of the content; the object of the same name holds it. Other values are accepted too, and sent with the objects that are given.</summary>
    [DocumentedValues("audio", "document", "image", "location", "system", "text", "video", "voice", "contacts", "template", "optin", "optout")]
    public string? Type { get; set; }

    public OutBoundMsgMedia? Video { get; set; }
}

/// <summary>Receiver of a message.</summary>
public sealed class OutBoundContact
{
    /// <summary>Id of the contact, as in pushes; wins over phone and mail address.</summary>
    public string? ContactId { get; set; }

    /// <summary>Mail address, for e-mail channels.</summary>
    public string? Email { get; set; }

    /// <summary>Name of the receiver in this message, whatever the contact's own name is.</summary>
    public string? Name { get; set; }

    /// <summary>Phone, for WhatsApp and SMS: in international form with a plus; blanks are allowed.</summary>
    public string? Phone { get; set; }
}

/// <summary>A text to send.</summary>
public sealed class OutBoundMsgText
{
    /// <example>your-text-message-content</example>
    public string? Body { get; set; }
}

/// <summary>A media file to send, given by its link.</summary>
public sealed class OutBoundMsgMedia
{
    /// <example>your-video-caption</example>
    public string? Caption { get; set; }

    /// <summary>Default: the last part of the link.</summary>
    /// <example>your-video-caption</example>
    public string? Filename { get; set; }

    /// <summary>Public address of the file.</summary>
    /// <example>http(s)://the-url</example>
    public string? Link { get; set; }
}

/// <summary>A place on the map.</summary>
public sealed class CommonMsgLocation
{
    /// <summary>Postal address in one line.</summary>
    /// <example>1 Hacker Way, Menlo Park, CA, 94025</example>
    public string? Address { get; set; }

    /// <summary>Degrees north.</summary>
    /// <example>12.90909</example>
    [JsonConverter(typeof(LenientStringConverter))]
    public string? Latitude { get; set; }

    /// <summary>Degrees east.</summary>
    /// <example>6.90808</example>
    [JsonConverter(typeof(LenientStringConverter))]
    public string? Longitude { get; set; }

    /// <example>Main Building</example>
    public string? Name { get; set; }

    /// <summary>Page about the place.</summary>
    /// <example>Location URL</example>
    public string? Url { get; set; }
}

/// <summary>The template of a message and the values of its placeholders.</summary>
public sealed class CommonTemplateMeta
{
    /// <example>FEEDBACK</example>
    public string? Code { get; set; }

    /// <summary>Values of the placeholders below data. A missing value becomes blank; a provider may then refuse the text because it no longer fits the approved one.</summary>
    public JsonObject? Data { get; set; }

    /// <summary>Id of the template; wins over code.</summary>
    /// <example>60d236c6142e53561cb7716c</example>
    public string? Id { get; set; }

    /// <summary>Language, such as en or en_US. Default: the contact's language, else en.</summary>
    /// <example>en_US</example>
    public string? Lang { get; set; }

    public string? Linked { get; set; }
}

/// <summary>Buttons of a message.</summary>
public sealed class CommonMsgOptions
{
    [DocumentedValues("auto", "list", "buttons")]
    public string? ButtonDisplayScheme { get; set; }

    public IReadOnlyList<TmplElement>? Buttons { get; set; }
}

/// <summary>A button.</summary>
public sealed class TmplElement
{
    /// <summary>Next step of a WhatsApp Flow; a Flow needs it.</summary>
    /// <example>NAVIGATE</example>
    public string? Action { get; set; }

    /// <summary>Key of the button for programs; comes back as reply_id.</summary>
    /// <example>occupation</example>
    public string? Code { get; set; }

    /// <summary>Second line, shown in a list.</summary>
    /// <example>What occupation you have</example>
    public string? Desc { get; set; }

    /// <example>Occupation</example>
    public string? Label { get; set; }

    public string? Name { get; set; }

    /// <summary>Number to call; only for type PHONE_NUMBER.</summary>
    /// <example>+91 9988776655</example>
    public string? Phone { get; set; }

    [DocumentedValues("QUICK_REPLY", "URL", "PHONE_NUMBER", "LOCATION_REQUEST")]
    public string? Type { get; set; }

    /// <summary>Unique id of your own.</summary>
    /// <example>806799978207096</example>
    public string? Uid { get; set; }

    /// <summary>Page to open; only for type URL.</summary>
    /// <example>http://url</example>
    public string? Url { get; set; }

    /// <summary>Variable that stores the choice.</summary>
    /// <example>data.var_1</example>
    public string? Variable { get; set; }
}

/// <summary>The receipt of an accepted message.</summary>
public sealed class OutBoundReciept
{
    /// <summary>Id of the message, as in status pushes.</summary>
    /// <example>61f3810a02e14c0877fc1a32</example>
    public string? Id { get; set; }

    public string? TemplateCode { get; set; }
    public string? TemplateId { get; set; }

    /// <summary>O for outbound.</summary>
    public string? Type { get; set; }
}
