using MockMessaging.Contract;
using MockMessaging.Errors;

namespace MockMessaging.Control;

/// <summary>Refuses words of a request that are not on the list of allowed words.</summary>
internal static class Choice
{
    /// <summary>For a query parameter; null is allowed.</summary>
    public static void Ensure(string? word, IReadOnlyCollection<string> words, string parameter) => Ensure(word, words, parameter, ErrorCatalog.WrongParameter);

    /// <param name="refusal">Makes the error from the field and a sentence.</param>
    public static void Ensure(string? word, IReadOnlyCollection<string> words, string field, Func<string, string, ApiException> refusal)
    {
        if (word is not null && !words.Contains(word, StringComparer.OrdinalIgnoreCase))
        {
            var nearest = DidYouMean(word, words);
            throw refusal(field, $"{field}: '{word}' is not allowed; use one of {string.Join(", ", words)}{(nearest.Length > 0 ? nearest : ".")}");
        }
    }

    /// <summary>The nearest word as the end of a sentence; empty if none is near.</summary>
    public static string DidYouMean(string written, IEnumerable<string> words) => NearestName.DidYouMean(written, words);

    /// <summary>The names of an enum as the control plane writes them.</summary>
    public static IReadOnlyList<string> NamesOf<T>()
        where T : struct, Enum => [.. Enum.GetNames<T>().Select(name => name.ToLowerInvariant())];
}
