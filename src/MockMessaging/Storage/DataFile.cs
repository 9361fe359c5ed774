namespace MockMessaging.Storage;

/// <summary>The names of a data file and of its log.</summary>
internal static class DataFile
{
    /// <summary>The name LiteDB gives the log of a file.</summary>
    public static string LogOf(string path) =>
        Path.Combine(Path.GetDirectoryName(path) ?? "", Path.GetFileNameWithoutExtension(path) + "-log" + Path.GetExtension(path));

    /// <summary>The file that a full path leads to, through links of file and folders, so that its log is found by every path.</summary>
    public static string RealOf(string path)
    {
        if (Path.GetDirectoryName(path) is not { } folder)
        {
            return path;
        }

        var real = Path.Combine(RealOf(folder), Path.GetFileName(path));
        return new FileInfo(real) is { LinkTarget: not null } link ? RealOf(link.ResolveLinkTarget(returnFinalTarget: true)!.FullName) : real;
    }
}
