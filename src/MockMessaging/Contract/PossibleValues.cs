using System.Text.Json;

namespace MockMessaging.Contract;

/// <summary>The values that would have been accepted, carried by the failure of reading another one.</summary>
internal static class PossibleValues
{
    public const string Key = "possibleValues";

    public static IReadOnlyList<string> Of(JsonException failure) => failure.Data[Key] as IReadOnlyList<string> ?? [];
}
