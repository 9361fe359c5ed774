using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MockMessaging.Contract;

/// <summary>The vendor's words for the values of enums: the name in SNAKE_CASE, unless an attribute gives another.</summary>
internal static class WireNames
{
    public static string Of<T>(T value)
        where T : struct, Enum => Words<T>.ByValue[Unsafe.BitCast<T, int>(value)];

    /// <summary>The value of a vendor's word in any case; null if there is no such word.</summary>
    public static T? Parse<T>(string? word)
        where T : struct, Enum
    {
        var words = Words<T>.ByValue;
        for (var value = 0; value < words.Length; value++)
        {
            if (words[value].Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return Unsafe.BitCast<int, T>(value);
            }
        }

        return null;
    }

    /// <summary>All of the vendor's words, in the document's order.</summary>
    public static IReadOnlyList<string> All<T>()
        where T : struct, Enum => Words<T>.ByValue;

    private static string[] WordsOf(Type type) => [.. Enum.GetNames(type).Select(name => WordOf(type.GetField(name)!))];

    private static string WordOf(FieldInfo value) =>
        value.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.Name);

    // Values count up from zero, so an array serves as the dictionary. A dictionary would be compiled for each enum while the first request waits.
    private static class Words<T>
        where T : struct, Enum
    {
        public static readonly string[] ByValue = WordsOf(typeof(T));
    }
}
