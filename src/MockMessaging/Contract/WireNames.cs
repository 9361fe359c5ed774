using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace MockMessaging.Contract;

/// <summary>The vendor's word for a value, where it stands in a text.</summary>
internal static class WireNames
{
    public static string Of<T>(T value)
        where T : struct, Enum => Words<T>.ByValue[Unsafe.BitCast<T, int>(value)];

    /// <summary>The value of a vendor's word; none where there is no such word.</summary>
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

    private static string[] Of(Type type)
    {
        var words = Enum.GetNames(type);
        for (var value = 0; value < words.Length; value++)
        {
            words[value] = type.GetField(words[value])!.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? words[value];
        }

        return words;
    }

    // A dictionary by value would be compiled anew for each enum, while the first caller waits. Values count up from zero.
    private static class Words<T>
        where T : struct, Enum
    {
        public static readonly string[] ByValue = Of(typeof(T));
    }
}
