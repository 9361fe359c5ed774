namespace MockMessaging.Seeding;

/// <summary>A small valid file of one MIME type, from <c>fixtures/media/</c>: the content of media that simulated customers send.</summary>
internal sealed class SampleFile(string mimeType, string extension)
{
    private static readonly SampleFile[] All =
    [
        new("image/jpeg", "jpg"), new("image/png", "png"), new("image/webp", "webp"), new("image/gif", "gif"),
        new("video/mp4", "mp4"), new("video/3gpp", "3gp"),
        new("audio/ogg", "ogg"), new("audio/mpeg", "mp3"), new("audio/wav", "wav"),
        new("application/pdf", "pdf"), new("text/plain", "txt"), new("text/csv", "csv"),
        new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
        new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    ];

    private readonly Lazy<byte[]> _content = new(() => EmbeddedFixtures.Bytes($"media/sample.{extension}"));

    public static IEnumerable<string> MimeTypes => All.Select(file => file.MimeType);

    public string MimeType => mimeType;

    public string Extension => extension;

    public byte[] Content => _content.Value;

    /// <summary>The file of a MIME type, whose parameters do not matter; null if there is none.</summary>
    public static SampleFile? Find(string mimeType)
    {
        var plain = mimeType.Split(';')[0].Trim();
        return Array.Find(All, file => file.MimeType.Equals(plain, StringComparison.OrdinalIgnoreCase));
    }
}
