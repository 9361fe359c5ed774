using System.Text.Json.Serialization;

namespace MockMessaging.Contract;

/// <summary>A media file of a message.</summary>
public sealed class Attachment
{
    /// <example>23m234233232323</example>
    public string? AttachmentId { get; set; }

    /// <summary>Code of the drive that stores the file.</summary>
    /// <example>Drive02</example>
    public string? Drive { get; set; }

    /// <example>Transaction Receipt</example>
    public string? MediaCaption { get; set; }

    /// <summary>Code of the prepared file that was sent.</summary>
    /// <example>ABC_PROMO</example>
    public string? MediaCode { get; set; }

    /// <summary>Id that the service gave the file.</summary>
    /// <example>23m234233232323</example>
    public string? MediaId { get; set; }

    /// <summary>Id that the channel gave the file.</summary>
    /// <example>23m234233232323ext</example>
    public string? MediaIdExt { get; set; }

    /// <summary>Id with which the text of the message refers to the file.</summary>
    /// <example>23m234233232323inline</example>
    public string? MediaIdInline { get; set; }

    /// <example>image/png</example>
    public string? MediaMimeType { get; set; }

    /// <example>TransactionReceipt.pdf</example>
    public string? MediaName { get; set; }

    /// <summary>URL that the channel gave the file.</summary>
    /// <example>https://client.service.com/docs/media/12.png</example>
    public string? MediaSrc { get; set; }

    [DocumentedValues("STORY_MENTION", "SHARE", "bg_voice etc")]
    public string? MediaSubType { get; set; }

    /// <summary>HTML that is drawn as the file.</summary>
    /// <example>Hi &lt;b&gt;John&lt;/b&gt;, this is your &lt;i&gt;image&lt;/i&gt;</example>
    public string? MediaTemplate { get; set; }

    /// <summary>CSS of the element around that HTML.</summary>
    /// <example>background-color:white;width:400px;min-height:200px</example>
    public string? MediaTemplateStyle { get; set; }

    public MediaType? MediaType { get; set; }

    /// <summary>URL that the service gave the file.</summary>
    /// <example>https://client.service.com/docs/media/12.png</example>
    public string? MediaURL { get; set; }
}

/// <summary>Kind of media file.</summary>
[JsonConverter(typeof(StrictEnumConverter<MediaType>))]
public enum MediaType
{
    Image, Document, Text, Pdf, Video, Url, Audio,
}
