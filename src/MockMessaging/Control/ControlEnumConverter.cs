using System.Text.Json;
using System.Text.Json.Serialization;

namespace MockMessaging.Control;

/// <summary>Choices of the control plane: written in camel case, read in any, and refused with the list of choices.</summary>
internal sealed class ControlEnumConverter<T> : JsonConverter<T>
    where T : struct, Enum
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var word = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        return Enum.GetNames<T>().Contains(word, StringComparer.OrdinalIgnoreCase)
            ? Enum.Parse<T>(word!, ignoreCase: true)
            : throw new JsonException($"possible values: {string.Join(", ", Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName))}");
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(JsonNamingPolicy.CamelCase.ConvertName(value.ToString()));
}
