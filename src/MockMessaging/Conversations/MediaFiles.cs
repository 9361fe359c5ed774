using Microsoft.Net.Http.Headers;
using MockMessaging.Seeding;

namespace MockMessaging.Conversations;

/// <summary>Name and MIME type of a file, from its link.</summary>
internal static class MediaFiles
{
    private static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        ["bmp"] = "image/bmp",
        ["gif"] = "image/gif",
        ["heic"] = "image/heic",
        ["jpeg"] = "image/jpeg",
        ["jpg"] = "image/jpeg",
        ["png"] = "image/png",
        ["svg"] = "image/svg+xml",
        ["tif"] = "image/tiff",
        ["tiff"] = "image/tiff",
        ["webp"] = "image/webp",
        ["3gp"] = "video/3gpp",
        ["avi"] = "video/x-msvideo",
        ["mkv"] = "video/x-matroska",
        ["mov"] = "video/quicktime",
        ["mp4"] = "video/mp4",
        ["webm"] = "video/webm",
        ["aac"] = "audio/aac",
        ["amr"] = "audio/amr",
        ["m4a"] = "audio/mp4",
        ["mp3"] = "audio/mpeg",
        ["oga"] = "audio/ogg",
        ["ogg"] = "audio/ogg",
        ["opus"] = "audio/ogg",
        ["wav"] = "audio/wav",
        ["csv"] = "text/csv",
        ["htm"] = "text/html",
        ["html"] = "text/html",
        ["ics"] = "text/calendar",
        ["txt"] = "text/plain",
        ["vcf"] = "text/vcard",
        ["doc"] = "application/msword",
        ["json"] = "application/json",
        ["odt"] = "application/vnd.oasis.opendocument.text",
        ["pdf"] = "application/pdf",
        ["ppt"] = "application/vnd.ms-powerpoint",
        ["rtf"] = "application/rtf",
        ["xls"] = "application/vnd.ms-excel",
        ["xml"] = "application/xml",
        ["zip"] = "application/zip",
        ["docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ["pptx"] = "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        ["xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    };

    /// <summary>The given name, else the last part of the link's path, as in production.</summary>
    public static string NameOf(string? given, string link) => string.IsNullOrEmpty(given) ? LastPart(link) : given;

    /// <summary>The MIME type for the extension of the link, else of the name; null if both are unknown.</summary>
    public static string? TypeOf(string? name, string? link) => OfExtension(link is null ? null : LastPart(link)) ?? OfExtension(name);

    /// <summary>True for a MIME type that a response header can carry.</summary>
    public static bool IsUsable(string mimeType) => mimeType.All(letter => letter is >= ' ' and <= '~') && MediaTypeHeaderValue.TryParse(mimeType, out _);

    /// <summary>The usual extension of a MIME type, with its dot; empty if it is unknown.</summary>
    public static string ExtensionOf(string mimeType) =>
        (SampleFile.Find(mimeType)?.Extension ?? Types.FirstOrDefault(known => known.Value.Equals(mimeType, StringComparison.OrdinalIgnoreCase)).Key) is { } extension ? "." + extension : "";

    private static string LastPart(string link)
    {
        var path = link.Split('?', '#')[0].TrimEnd('/');
        return path[(path.LastIndexOf('/') + 1)..];
    }

    private static string? OfExtension(string? name) =>
        name is not null && name.LastIndexOf('.') is >= 0 and var dot ? Types.GetValueOrDefault(name[(dot + 1)..]) : null;
}
