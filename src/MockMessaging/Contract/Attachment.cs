namespace MockMessaging.Contract;

/// <summary>Attachment</summary>
public sealed class Attachment
{
    /// <summary>attachmentId</summary>
    public string? AttachmentId { get; set; }

    /// <summary>drive</summary>
    public string? Drive { get; set; }

    /// <summary>mediaCaption</summary>
    public string? MediaCaption { get; set; }

    /// <summary>mediaCode</summary>
    public string? MediaCode { get; set; }

    /// <summary>mediaId</summary>
    public string? MediaId { get; set; }

    /// <summary>mediaIdExt</summary>
    public string? MediaIdExt { get; set; }

    /// <summary>mediaIdInline</summary>
    public string? MediaIdInline { get; set; }

    /// <summary>mediaMimeType</summary>
    public string? MediaMimeType { get; set; }

    /// <summary>mediaName</summary>
    public string? MediaName { get; set; }

    /// <summary>mediaSrc</summary>
    public string? MediaSrc { get; set; }

    /// <summary>mediaSubType</summary>
    [DocumentedValues("STORY_MENTION", "SHARE", "bg_voice etc")]
    public string? MediaSubType { get; set; }

    /// <summary>mediaTemplate</summary>
    public string? MediaTemplate { get; set; }

    /// <summary>mediaTemplateStyle</summary>
    public string? MediaTemplateStyle { get; set; }

    /// <summary>mediaType</summary>
    public MediaType? MediaType { get; set; }

    /// <summary>mediaURL</summary>
    public string? MediaURL { get; set; }
}
