namespace MockMessaging.Workspaces;

/// <summary>Which calls are meant: by method, and by path, at whose end a * stands for anything.</summary>
internal static class CallPattern
{
    public static bool FitsMethod(string? pattern, string method) => pattern is null || string.Equals(pattern, method, StringComparison.OrdinalIgnoreCase);

    public static bool FitsPath(string? pattern, string path) => pattern is null
        || (pattern.EndsWith('*') ? path.StartsWith(pattern[..^1], StringComparison.OrdinalIgnoreCase) : string.Equals(pattern, path, StringComparison.OrdinalIgnoreCase));
}
