namespace MockMessaging.Http;

/// <summary>Writes places in a JSON text for people.</summary>
internal static class JsonPlace
{
    private const int Longest = 200;

    /// <summary>The parser's path without its leading root: <c>$.to.phone</c> becomes <c>to.phone</c>.</summary>
    public static string FieldOf(string? path) => path is null or "$" ? "" : Cut(path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : path);

    /// <summary>The place of a property within an object.</summary>
    public static string Below(string owner, string name) => Cut(owner.Length == 0 ? name : $"{owner}.{name}");

    /// <summary>A caller chooses names, and so how long an answer about them would be.</summary>
    public static string Cut(string text) => text.Length <= Longest ? text : string.Concat(text.AsSpan(0, Longest), "…");
}
