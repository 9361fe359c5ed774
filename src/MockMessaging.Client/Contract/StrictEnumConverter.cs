using System.Text.Json;
using System.Text.Json.Serialization;

namespace MockMessaging.Contract;

/// <summary>Reads and writes the vendor's words for a value. The error for any other word lists them all.</summary>
/// <typeparam name="T">The documented values.</typeparam>
public sealed class StrictEnumConverter<T> : JsonConverter<T>
    where T : struct, Enum
{
    /// <inheritdoc />
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var word = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        return WireNames.Parse<T>(word) ?? throw Refusal(word is null ? $"expected a string, found {Found(ref reader)}" : $"'{word}' is no documented value");
    }

    private static string Found(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        _ => JsonElement.ParseValue(ref reader).GetRawText(),
    };

    private static JsonException Refusal(string reason)
    {
        var values = WireNames.All<T>();
        return new JsonException($"{reason}; possible values: {string.Join(", ", values)}") { Data = { [PossibleValues.Key] = values } };
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(WireNames.Of(value));
    }
}

/// <summary>The accepted values, in the exception for any other value.</summary>
internal static class PossibleValues
{
    public const string Key = "possibleValues";

    public static IReadOnlyList<string> Of(JsonException failure) => failure.Data[Key] as IReadOnlyList<string> ?? [];
}
