namespace MockMessaging.State;

/// <summary>Which calls are meant: by method, and by path as routing compares it, at whose end a * stands for anything.</summary>
internal static class RequestPattern
{
    private const string Base = "/xms";

    public static bool FitsMethod(string? pattern, string method) => pattern is null || string.Equals(pattern, method, StringComparison.OrdinalIgnoreCase);

    public static bool FitsPath(string? pattern, string path)
    {
        if (pattern is null)
        {
            return true;
        }

        var wanted = WithoutBase(pattern.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(pattern) : pattern);
        return wanted is [.. var start, '*']
            ? path.AsSpan().StartsWith(start, StringComparison.OrdinalIgnoreCase)
            : WithoutSlash(wanted).Equals(WithoutSlash(path), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Production serves the same routes under one more segment.</summary>
    private static ReadOnlySpan<char> WithoutBase(ReadOnlySpan<char> path) =>
        path.StartsWith(Base, StringComparison.OrdinalIgnoreCase) && path[Base.Length..] is ['/', ..] rest ? rest : path;

    private static ReadOnlySpan<char> WithoutSlash(ReadOnlySpan<char> path) => path is [_, .., '/'] ? path[..^1] : path;
}
