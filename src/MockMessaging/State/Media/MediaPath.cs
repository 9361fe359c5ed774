using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using MockMessaging.Ids;

namespace MockMessaging.State;

/// <summary>Paths of media links: <c>/_sandbox/media/{workspace}/{id}/{name}</c>. They have no key, since the receiver of a push fetches them without headers.</summary>
internal static class MediaPath
{
    public const string Root = "/_sandbox/media";

    private const int IdLength = 24;
    public const int TokenLength = 16;

    /// <summary>Longer names are left out of links, because servers limit the first line of a request.</summary>
    private const int LongestName = 300;

    public const int LongestFilename = 255;

    /// <summary>Stands for a workspace in links: a hash of its key, so that no two workspaces with the same seed share a link.</summary>
    public static string WorkspaceIdOf(string key) => Hash("media workspace " + key);

    /// <summary>The token of a file.</summary>
    public static string TokenOf(long seed, ObjectId id) => Hash($"media {seed} {id}");

    /// <param name="workspaceId">What stands for the workspace in links.</param>
    /// <param name="id">Id of the message or uploaded file.</param>
    public static string Of(string workspaceId, string id, string token, string filename)
    {
        var name = Uri.EscapeDataString(filename);
        return $"{Root}/{workspaceId}/{id}{token}/{(name.Length > LongestName || name is "" or "." or ".." ? "file" : name)}";
    }

    /// <summary>True for a name that a link and a header can carry.</summary>
    public static bool IsFilename(string name) => name.Length is > 0 and <= LongestFilename && name is not ("." or "..") && !name.Any(letter => letter == '/' || char.IsControl(letter));

    /// <summary>Splits the id of a link into the id of message or file, and the token.</summary>
    public static (string Id, string Token)? Parts(string linkId) => linkId.Length == IdLength + TokenLength ? (linkId[..IdLength], linkId[IdLength..]) : null;

    /// <summary>True for a download, false for the routes that manage uploaded files.</summary>
    public static bool IsDownload(string? path) =>
        path is not null
        && path.StartsWith(Root + "/", StringComparison.OrdinalIgnoreCase)
        && path.AsSpan(Root.Length + 1).TrimEnd('/').Contains('/');

    /// <summary>True for a pattern of paths that is about downloads, such as <c>/_sandbox/media/*</c>.</summary>
    public static bool IsOfDownloads(string? pattern) => pattern is not null && pattern.StartsWith(Root + "/", StringComparison.OrdinalIgnoreCase);

    /// <summary>The id within a link to a workspace's file, wherever the server is; null for any other link.</summary>
    public static string? LinkIdIn(string link, string workspaceId)
    {
        var start = $"{Root}/{workspaceId}/";
        var at = link.IndexOf(start, StringComparison.Ordinal);
        return at < 0 ? null : link[(at + start.Length)..].Split('/')[0];
    }

    private static string Hash(string text)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text));
        return BinaryPrimitives.ReadUInt64BigEndian(hash).ToString("x16", null);
    }
}
