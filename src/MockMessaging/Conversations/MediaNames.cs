namespace MockMessaging.Conversations;

/// <summary>File names of media given by link.</summary>
internal static class MediaNames
{
    /// <summary>The last part of the link's path, as production names a file without a name.</summary>
    public static string FileNameOf(string link)
    {
        var path = link.Split('?', '#')[0].TrimEnd('/');
        return path[(path.LastIndexOf('/') + 1)..];
    }
}
