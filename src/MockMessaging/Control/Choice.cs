using MockMessaging.Contract;
using MockMessaging.Errors;
using MockMessaging.Http;

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
            throw refusal(field, $"{field}: '{JsonPlace.Cut(word)}' is not allowed; use one of {string.Join(", ", words)}{DidYouMean(word, words)}.");
        }
    }

    /// <summary>The nearest word in brackets; empty if none is near.</summary>
    public static string DidYouMean(string written, IEnumerable<string> words) => NearestName.DidYouMean(written, words);

    /// <summary>The names of an enum as the control plane writes them.</summary>
    public static IReadOnlyList<string> NamesOf<T>()
        where T : struct, Enum => [.. Enum.GetNames<T>().Select(name => name.ToLowerInvariant())];
}
