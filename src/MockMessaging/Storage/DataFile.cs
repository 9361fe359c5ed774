namespace MockMessaging.Storage;

/// <summary>The path of a data file: what lies there, and whose it is.</summary>
internal static class DataFile
{
    private const int MagicAt = 32;

    private static readonly byte[] Magic = "** This is a LiteDB file **"u8.ToArray();

    /// <summary>True if a page is one with which a file of LiteDB begins.</summary>
    public static bool IsHead(ReadOnlySpan<byte> page) => page[MagicAt..].StartsWith(Magic);

    /// <summary>The name LiteDB gives the log of a file.</summary>
    public static string LogOf(string path) =>
        Path.Combine(Path.GetDirectoryName(path) ?? "", Path.GetFileNameWithoutExtension(path) + "-log" + Path.GetExtension(path));

    /// <summary>The file that a path leads to, through links of file and folders, so that whoever comes by another path meets the same claim and log.</summary>
    public static string RealOf(string path)
    {
        var full = Path.GetFullPath(path);
        var real = Path.Combine(RealFolder(Path.GetDirectoryName(full)!), Path.GetFileName(full));
        return new FileInfo(real) is { LinkTarget: not null } link ? RealOf(link.ResolveLinkTarget(returnFinalTarget: true)!.FullName) : real;
    }

    private static string RealFolder(string folder)
    {
        if (Path.GetDirectoryName(folder) is not { } parent)
        {
            return folder;
        }

        var real = Path.Combine(RealFolder(parent), Path.GetFileName(folder));
        return new DirectoryInfo(real) is { LinkTarget: not null } link ? RealFolder(link.ResolveLinkTarget(returnFinalTarget: true)!.FullName) : real;
    }

    /// <summary>LiteDB does not keep a second process out on every system, and two writers would ruin the file.</summary>
    public static FileStream Claim(string path)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        try
        {
            return new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new IOException(File.Exists(path + ".lock") ? "another server is using it" : "its folder cannot be written to", failure);
        }
    }

    /// <summary>LiteDB takes a short file that is none of its own for an empty one, and would overwrite it.</summary>
    public static void EnsureOurs(string path)
    {
        if (!File.Exists(path) || new FileInfo(path).Length == 0)
        {
            return;
        }

        using var file = File.OpenRead(path);
        var start = new byte[128];
        var read = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        if (start.AsSpan(0, read).IndexOf(Magic) < 0)
        {
            throw new IOException("it is not a LiteDB file");
        }

        if (file.Length < PageStream.PageSize)
        {
            throw new IOException("it is cut off within its first page");
        }
    }
}
