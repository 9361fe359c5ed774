using MockMessaging.Contract;

namespace MockMessaging.Sessions;

/// <summary>A medium of a message, as the transcript shows it.</summary>
internal static class AttachmentRow
{
    public static Attachment Of(string kind, string? link, string? name, string? caption, string? mimeType) => new()
    {
        MediaType = kind switch
        {
            "image" or "sticker" => MediaType.Image,
            "video" => MediaType.Video,
            "audio" or "voice" => MediaType.Audio,
            _ => MediaType.Document,
        },
        MediaURL = link,
        MediaName = name,
        MediaCaption = caption,
        MediaMimeType = mimeType,
    };
}
