using MockMessaging.Errors;
using MockMessaging.Http;
using MockMessaging.Seeding;
using MockMessaging.State;

namespace MockMessaging.Conversations;

/// <summary>Links to the files that customers send, and which file it is.</summary>
internal sealed class MediaLinks(MediaOptions options, ServerAddresses addresses)
{
    private const string NoAddress = "http://localhost:8080";

    /// <summary>Names of MIME types that are in use, and yet not registered.</summary>
    private static readonly Dictionary<string, string> Misspelt = new(StringComparer.OrdinalIgnoreCase)
    {
        ["image/jpg"] = "image/jpeg",
        ["video/3gp"] = "video/3gpp",
        ["audio/mp3"] = "audio/mpeg",
        ["audio/x-wav"] = "audio/wav",
        ["application/x-pdf"] = "application/pdf",
        ["text/txt"] = "text/plain",
    };

    /// <summary>For customers who write before any request came.</summary>
    private string? _listening;

    /// <param name="callersAddress">Scheme and host by which the workspace was called; null if it was not called since the start.</param>
    public string Of(string? callersAddress, WorkspaceState state, string id, string token, string filename) =>
        (string.IsNullOrEmpty(options.PublicAddress) ? callersAddress ?? (_listening ??= addresses.Local.FirstOrDefault(NoAddress)) : options.PublicAddress.TrimEnd('/'))
        + MediaPath.Of(state.Media.WorkspaceId, id, token, filename);

    public string Of(WorkspaceTransaction transaction, string id, SentFile file) => Of(transaction.CallersAddress, transaction.State, id, file.Token, file.Filename);

    /// <summary>A link with https. If the link leads to this server, and this server has an https address, the port is that of the address.</summary>
    /// <param name="isOwn">True if the link leads to this server.</param>
    public string SecureOf(string link, bool isOwn)
    {
        if (!link.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
        {
            return link;
        }

        return isOwn && string.IsNullOrEmpty(options.PublicAddress) && addresses.HttpsPort is { } port
            ? new UriBuilder(link) { Scheme = "https", Port = port }.Uri.AbsoluteUri
            : "https://" + link[7..];
    }

    /// <summary>Checks the files of a customer's message, before anything is changed.</summary>
    /// <exception cref="ApiException">A file is not there, or this server has none of its type.</exception>
    public static void Check(WorkspaceState state, CustomerContent given)
    {
        foreach (var type in MessageTypes.All)
        {
            if (type.Inbound?.Invoke(given) is CustomerMedia medium)
            {
                Check(state, type.Name, medium);
            }
        }
    }

    /// <summary>The uploaded file that a medium names by its id or its link; null for none.</summary>
    public static MediaFile? UploadOf(WorkspaceState state, CustomerMedia medium) => medium switch
    {
        { MediaId: { } id } => state.Media.Find(id),
        { Link: { } link } when MediaPath.LinkIdIn(link, state.Media.WorkspaceId) is { } linkId && MediaPath.Parts(linkId) is { } parts => state.Media.Find(parts.Id),
        _ => null,
    };

    /// <summary>The MIME type of a medium without a link; null if nothing says it.</summary>
    public static string? TypeOf(CustomerMedia? medium, MediaFile? upload) =>
        Given(medium?.MimeType) ?? upload?.MimeType ?? MediaFiles.TypeOf(medium?.Filename, medium?.Link);

    public static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static void Check(WorkspaceState state, string type, CustomerMedia medium)
    {
        if (medium.MediaId is { } id && state.Media.Find(id) is null)
        {
            throw ErrorCatalog.Impossible($"{type}.mediaId", $"{type}.mediaId: there is no media file '{Cut(id)}'; GET /_sandbox/media lists them, and POST /_sandbox/media uploads one.");
        }

        if (medium is { MediaId: not null, Link: not null })
        {
            throw ErrorCatalog.Impossible($"{type}.link", $"{type}: give mediaId or link, not both; the push then has a link to the uploaded file.");
        }

        if (medium is { Filename: { } name, Link: null } && name.Any(char.IsControl))
        {
            throw ErrorCatalog.Impossible($"{type}.filename", $"{type}.filename: '{Cut(name)}' is no name of a file; give one without control characters.");
        }

        if (medium is { MediaId: null, Link: null } && Given(medium.Filename) is { } unclear && TypeOf(medium, null) is null)
        {
            throw ErrorCatalog.Impossible($"{type}.filename", $"{type}.filename: the extension of '{Cut(unclear)}' is unknown; give mime_type too, or upload the file with POST /_sandbox/media and give its mediaId.");
        }

        if (medium is { MediaId: null, Link: null } && TypeOf(medium, null) is { } mime && SampleFile.Find(mime) is null)
        {
            var field = Given(medium.MimeType) is null ? "filename" : "mime_type";
            throw ErrorCatalog.Impossible(
                $"{type}.{field}",
                $"{type}.{field}: this server has no sample file of type '{Cut(mime)}'{(Misspelt.GetValueOrDefault(mime.Trim()) is { } meant ? $" (did you mean '{meant}'?)" : "")}; upload one with POST /_sandbox/media and give its mediaId, give a link, or use one of {string.Join(", ", SampleFile.MimeTypes)}.");
        }
    }

    private static string Cut(string text) => text.Length <= 100 ? text : text[..100] + "…";
}
