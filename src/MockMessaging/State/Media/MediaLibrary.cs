using System.Security.Cryptography;
using System.Text.Json.Serialization;

namespace MockMessaging.State;

/// <summary>The files of a workspace that links lead to: uploaded ones, and those of customers' messages.</summary>
internal sealed class MediaLibrary(string key)
{
    private string? _workspaceId;

    /// <summary>Stands for the workspace in links; see <see cref="MediaPath.WorkspaceIdOf"/>.</summary>
    public string WorkspaceId => _workspaceId ??= MediaPath.WorkspaceIdOf(key);

    /// <summary>The uploaded files, oldest first.</summary>
    public List<MediaFile> Files { get; } = [];

    public MediaRules Rules { get; set; } = new();

    public long Bytes => Files.Sum(file => (long)file.Content.Length);

    public MediaFile? Find(string id) => Files.Find(file => file.Id == id);
}

/// <summary>An uploaded file.</summary>
internal sealed class MediaFile : Record
{
    public required string Id { get; init; }

    public required string Filename { get; init; }

    public required string MimeType { get; init; }

    /// <summary>Makes its link unguessable, as in <see cref="SentFile.Token"/>.</summary>
    public required string Token { get; init; }

    public required long At { get; init; }

    public required byte[] Content { get; init; }

    /// <summary>SHA-256 of the content in lower-case hex digits.</summary>
    [JsonIgnore]
    public string Sha256 => field ??= Convert.ToHexStringLower(SHA256.HashData(Content));
}

/// <summary>The file of a customer's message, to which the link in its push leads.</summary>
/// <param name="Filename">Name of the file.</param>
/// <param name="MimeType">Its type; without an upload it chooses the content.</param>
/// <param name="Token">Makes the link unguessable: 16 hex digits that follow from seed and message.</param>
/// <param name="Upload">Id of the uploaded file with the content; null for a sample file.</param>
internal sealed record SentFile(string Filename, string MimeType, string Token, string? Upload = null);

/// <summary>How the links of a workspace behave.</summary>
internal sealed class MediaRules : Record
{
    /// <summary>How long a link works, in milliseconds of the workspace's clock; null for ever.</summary>
    public long? ExpireAfterMs { get; set; }

    /// <summary>True if a download needs the workspace's key.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool NeedsKey { get; set; }
}
