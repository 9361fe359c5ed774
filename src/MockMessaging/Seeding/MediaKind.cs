namespace MockMessaging.Seeding;

/// <summary>Made-up files of one type of message. Stickers, audio and voice have no captions.</summary>
internal sealed record MediaKind(string Extension, string MimeType, string[] Subjects, string[] Captions)
{
    private static readonly Dictionary<string, MediaKind> Kinds = new(StringComparer.Ordinal)
    {
        ["image"] = new("jpg", "image/jpeg", ["parcel", "label", "lamp", "receipt"], ["It arrived like this", "Is this the one?", "See the label"]),
        ["sticker"] = new("webp", "image/webp", ["sticker"], []),
        ["video"] = new("mp4", "video/mp4", ["unboxing", "noise", "leak"], ["Listen to the noise it makes", "This is how it opens"]),
        ["audio"] = new("mp3", "audio/mpeg", ["recording", "call"], []),
        ["voice"] = new("ogg", "audio/ogg", ["voice"], []),
        ["document"] = new("pdf", "application/pdf", ["invoice", "warranty", "return-form"], ["My invoice", "The signed form"]),
    };

    public static MediaKind Of(string kind) =>
        Kinds.TryGetValue(kind, out var found)
            ? found
            : throw new ArgumentException($"No media kind '{kind}'. There are: {string.Join(", ", Kinds.Keys)}.", nameof(kind));
}
