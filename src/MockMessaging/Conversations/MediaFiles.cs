namespace MockMessaging.Conversations;

/// <summary>Name and MIME type of a file given by link.</summary>
internal static class MediaFiles
{
    private static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        ["3gp"] = "video/3gpp",
        ["aac"] = "audio/aac",
        ["amr"] = "audio/amr",
        ["avi"] = "video/x-msvideo",
        ["bmp"] = "image/bmp",
        ["csv"] = "text/csv",
        ["doc"] = "application/msword",
        ["docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ["gif"] = "image/gif",
        ["heic"] = "image/heic",
        ["htm"] = "text/html",
        ["html"] = "text/html",
        ["ics"] = "text/calendar",
        ["jpeg"] = "image/jpeg",
        ["jpg"] = "image/jpeg",
        ["json"] = "application/json",
        ["m4a"] = "audio/mp4",
        ["mkv"] = "video/x-matroska",
        ["mov"] = "video/quicktime",
        ["mp3"] = "audio/mpeg",
        ["mp4"] = "video/mp4",
        ["odt"] = "application/vnd.oasis.opendocument.text",
        ["oga"] = "audio/ogg",
        ["ogg"] = "audio/ogg",
        ["opus"] = "audio/ogg",
        ["pdf"] = "application/pdf",
        ["png"] = "image/png",
        ["ppt"] = "application/vnd.ms-powerpoint",
        ["pptx"] = "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        ["rtf"] = "application/rtf",
        ["svg"] = "image/svg+xml",
        ["tif"] = "image/tiff",
        ["tiff"] = "image/tiff",
        ["txt"] = "text/plain",
        ["vcf"] = "text/vcard",
        ["wav"] = "audio/wav",
        ["webm"] = "video/webm",
        ["webp"] = "image/webp",
        ["xls"] = "application/vnd.ms-excel",
        ["xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ["xml"] = "application/xml",
        ["zip"] = "application/zip",
    };

    /// <summary>The name given, else the last part of the link's path, as production names a file without a name.</summary>
    public static string NameOf(string? given, string link) => string.IsNullOrEmpty(given) ? LastPart(link) : given;

    /// <summary>The MIME type that goes with the extension of the link, else of the name; null where neither has a known one.</summary>
    public static string? TypeOf(string? name, string? link) => OfExtension(link is null ? null : LastPart(link)) ?? OfExtension(name);

    private static string LastPart(string link)
    {
        var path = link.Split('?', '#')[0].TrimEnd('/');
        return path[(path.LastIndexOf('/') + 1)..];
    }

    private static string? OfExtension(string? name) =>
        name is not null && name.LastIndexOf('.') is >= 0 and var dot ? Types.GetValueOrDefault(name[(dot + 1)..]) : null;
}
