namespace MockMessaging.Tests.Conventions;

/// <summary>The source files of the checkout the tests were built from.</summary>
internal static class SourceTree
{
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    /// <summary>Files below a folder, each with its path from there and its text.</summary>
    public static IEnumerable<(string Path, string Text)> Files(string folder)
    {
        var start = Path.Combine(Root, folder);
        return Directory.EnumerateFiles(start, "*.cs", SearchOption.AllDirectories)
            .Select(file => (Path: Path.GetRelativePath(start, file).Replace('\\', '/'), Text: File.ReadAllText(file)))
            .Where(file => !file.Path.Contains("obj/", StringComparison.Ordinal) && !file.Path.Contains("bin/", StringComparison.Ordinal));
    }

    private static string FindRoot(string? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder, "MockMessaging.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("The tests run outside a checkout of the sources.");
    }
}
