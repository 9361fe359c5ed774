using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json.Serialization;

namespace MockMessaging.Contract;

/// <summary>The vendor's word for a value, where it stands in a text.</summary>
internal static class WireNames
{
    public static string Of<T>(T value)
        where T : struct, Enum => Names<T>.ByValue[value];

    /// <summary>The value of a vendor's word; none where there is no such word.</summary>
    public static T? Parse<T>(string? word)
        where T : struct, Enum => word is not null && Names<T>.ByWord.TryGetValue(word, out var value) ? value : null;

    /// <summary>All of the vendor's words, in the document's order.</summary>
    public static IEnumerable<string> All<T>()
        where T : struct, Enum => Enum.GetValues<T>().Select(Of);

    private static class Names<T>
        where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> ByValue = Enum.GetValues<T>().ToFrozenDictionary(value => value, value =>
            typeof(T).GetField(value.ToString())!.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? value.ToString());

        public static readonly FrozenDictionary<string, T> ByWord =
            ByValue.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.OrdinalIgnoreCase);
    }
}
