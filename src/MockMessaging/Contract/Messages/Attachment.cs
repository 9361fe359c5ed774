namespace MockMessaging.Contract;

/// <summary>A medium of a message.</summary>
public sealed class Attachment
{
    /// <summary>Unique id of the attachment.</summary>
    /// <example>23m234233232323</example>
    public string? AttachmentId { get; set; }

    /// <summary>Code of the drive that stores the medium.</summary>
    /// <example>Drive02</example>
    public string? Drive { get; set; }

    /// <summary>Words beside the medium.</summary>
    /// <example>Transaction Receipt</example>
    public string? MediaCaption { get; set; }

    /// <summary>Code of the quick medium it was taken from.</summary>
    /// <example>ABC_PROMO</example>
    public string? MediaCode { get; set; }

    /// <summary>Id the service gave the medium.</summary>
    /// <example>23m234233232323</example>
    public string? MediaId { get; set; }

    /// <summary>Id the channel gave the medium.</summary>
    /// <example>23m234233232323ext</example>
    public string? MediaIdExt { get; set; }

    /// <summary>Id by which the text of the message shows the medium inline.</summary>
    /// <example>23m234233232323inline</example>
    public string? MediaIdInline { get; set; }

    /// <summary>MIME type.</summary>
    /// <example>image/png</example>
    public string? MediaMimeType { get; set; }

    /// <summary>Name of the file.</summary>
    /// <example>TransactionReceipt.pdf</example>
    public string? MediaName { get; set; }

    /// <summary>Address the channel gave the medium.</summary>
    /// <example>https://client.service.com/docs/media/12.png</example>
    public string? MediaSrc { get; set; }

    /// <summary>Sub-type of the medium.</summary>
    [DocumentedValues("STORY_MENTION", "SHARE", "bg_voice etc")]
    public string? MediaSubType { get; set; }

    /// <summary>Text that is made into the medium.</summary>
    /// <example>Hi &lt;b&gt;John&lt;/b&gt;, this is your &lt;i&gt;image&lt;/i&gt;</example>
    public string? MediaTemplate { get; set; }

    /// <summary>Style of what is wrapped around that text.</summary>
    /// <example>background-color:white;width:400px;min-height:200px</example>
    public string? MediaTemplateStyle { get; set; }

    /// <summary>Kind of medium.</summary>
    public MediaType? MediaType { get; set; }

    /// <summary>Address the service gave the medium.</summary>
    /// <example>https://client.service.com/docs/media/12.png</example>
    public string? MediaURL { get; set; }
}
