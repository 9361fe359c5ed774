using MockMessaging.Errors;
using MockMessaging.Http;

namespace MockMessaging.Control;

/// <summary>Holds words of a request to the list of those that mean something.</summary>
internal static class Choice
{
    /// <summary>A query parameter.</summary>
    /// <exception cref="ApiException">It is not on the list.</exception>
    public static void Ensure(string? word, IReadOnlyCollection<string> words, string parameter) => Ensure(word, words, parameter, ErrorCatalog.WrongParameter);

    /// <summary>A word of a body or a query; null if it may be left out and is.</summary>
    /// <exception cref="ApiException">It is not on the list.</exception>
    public static void Ensure(string? word, IReadOnlyCollection<string> words, string field, Func<string, string, ApiException> refusal)
    {
        if (word is not null && !words.Contains(word, StringComparer.OrdinalIgnoreCase))
        {
            var nearest = DidYouMean(word, words);
            throw refusal(field, $"{field}: '{word}' is none; use one of {string.Join(", ", words)}{(nearest.Length > 0 ? nearest : ".")}");
        }
    }

    /// <summary>The nearest of some words, as the end of a sentence; empty if none is near.</summary>
    public static string DidYouMean(string written, IEnumerable<string> words) =>
        written.Length <= 200 && NearestName.Of(written, words) is { } nearest ? $", did you mean '{nearest}'?" : "";

    /// <summary>The names of an enum as the control plane writes them.</summary>
    public static IReadOnlyList<string> NamesOf<T>()
        where T : struct, Enum => [.. Enum.GetNames<T>().Select(name => name.ToLowerInvariant())];
}
