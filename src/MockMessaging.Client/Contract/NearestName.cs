namespace MockMessaging.Contract;

/// <summary>Guesses the name that was meant, for "did you mean".</summary>
internal static class NearestName
{
    private const int Longest = 100;

    /// <summary>A name of this length also matches as a part of the written word, such as path in <c>urlPath</c>.</summary>
    private const int ShortestPart = 4;

    /// <summary>The name with the fewest differences, or one that is part of the written word; null if there is none.</summary>
    public static string? Of(string written, IEnumerable<string> names)
    {
        // Limits the work, which grows with the length.
        if (written.Length > Longest)
        {
            return null;
        }

        var candidates = names.ToList();
        var nearest = candidates.Select(name => (Name: name, Distance: Distance(written.ToLowerInvariant(), name.ToLowerInvariant())))
            .DefaultIfEmpty((Name: "", Distance: int.MaxValue))
            .MinBy(candidate => candidate.Distance);
        return nearest.Distance <= Math.Max(1, Math.Min(written.Length, nearest.Name.Length) / 2)
            ? nearest.Name
            : candidates.Find(name => name.Length >= ShortestPart && written.Contains(name, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The nearest name in brackets, so that any sentence can go on after it; empty if none is near.</summary>
    public static string DidYouMean(string written, IEnumerable<string> names) => Of(written, names) is { } nearest ? $" (did you mean '{nearest}'?)" : "";

    /// <summary>The name that differs by one letter, or by two neighbours in the wrong order; null if there is none.</summary>
    public static string? OfTypo(string written, IEnumerable<string> names) => Of(written, names) is { } nearest && IsTypo(written.ToLowerInvariant(), nearest.ToLowerInvariant()) ? nearest : null;

    private static bool IsTypo(string written, string name) => Distance(written, name) switch
    {
        1 => true,
        2 => written.Length == name.Length && written.Order().SequenceEqual(name.Order()),
        _ => false,
    };

    /// <summary>Levenshtein distance.</summary>
    private static int Distance(string from, string to)
    {
        var previous = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var row = 1; row <= from.Length; row++)
        {
            var current = new int[to.Length + 1];
            current[0] = row;
            for (var column = 1; column <= to.Length; column++)
            {
                var changed = previous[column - 1] + (from[row - 1] == to[column - 1] ? 0 : 1);
                current[column] = Math.Min(changed, Math.Min(previous[column], current[column - 1]) + 1);
            }

            previous = current;
        }

        return previous[^1];
    }
}
