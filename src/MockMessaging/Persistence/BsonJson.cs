using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LiteDB;
using MockMessaging.State;
using JsonSerializer = System.Text.Json.JsonSerializer;

namespace MockMessaging.Persistence;

/// <summary>JSON objects as named fields, and back.</summary>
internal static class BsonJson
{
    /// <summary>A JSON object as fields. The properties that are named stay JSON, as text.</summary>
    /// <exception cref="RecordException">It is no JSON object, or cannot be fields.</exception>
    public static BsonDocument FromJson(ReadOnlySpan<byte> json, IReadOnlyList<string> jsonFields)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        return reader.TokenType == JsonTokenType.StartObject ? Document(ref reader, json, jsonFields) : throw new RecordException("", "it is no JSON object.");
    }

    /// <summary>Fields as a JSON object, without those of the store itself. The fields that are named hold JSON as text.</summary>
    public static byte[] ToJson(BsonDocument fields, IReadOnlyList<string> jsonFields) => JsonBytes.Write((fields, jsonFields), static (what, writer) =>
    {
        writer.WriteStartObject();
        foreach (var (name, value) in what.fields.RawValue)
        {
            if (name is "_id" or Storage.Checksum.Field)
            {
                continue;
            }

            writer.WritePropertyName(name);
            if (value.IsString && what.jsonFields.Contains(name))
            {
                writer.WriteRawValue(value.AsString);
            }
            else
            {
                Write(writer, value);
            }
        }

        writer.WriteEndObject();
    });

    /// <summary>A value as JSON text, with as few escapes as JSON needs.</summary>
    public static string Text<T>(T value, JsonTypeInfo<T> type) =>
        Encoding.UTF8.GetString(JsonBytes.Write((value, type), static (what, writer) => JsonSerializer.Serialize(writer, what.value, what.type)));

    private static BsonDocument Document(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, IReadOnlyList<string> jsonFields)
    {
        var document = new BsonDocument();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            if (document.ContainsKey(name) || name.Contains('\0', StringComparison.Ordinal))
            {
                throw new RecordException(name, "it stands there twice, perhaps in another case, or has a name that cannot be kept.");
            }

            reader.Read();
            if (reader.TokenType != JsonTokenType.Null && jsonFields.Contains(name))
            {
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                document[name] = Encoding.UTF8.GetString(json[start..(int)reader.BytesConsumed]);
            }
            else
            {
                document[name] = Value(ref reader, json);
            }
        }

        return document;
    }

    private static BsonValue Value(ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return reader.GetString();
            case JsonTokenType.True or JsonTokenType.False:
                return reader.GetBoolean();
            case JsonTokenType.Number:
                return reader.TryGetInt32(out var small) ? new BsonValue(small) : reader.TryGetInt64(out var number) ? new BsonValue(number) : new BsonValue(reader.GetDouble());
            case JsonTokenType.StartObject:
                return Document(ref reader, json, []);
            case JsonTokenType.StartArray:
                var array = new BsonArray();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    array.Add(Value(ref reader, json));
                }

                return array;
            default:
                return BsonValue.Null;
        }
    }

    private static void Write(Utf8JsonWriter writer, BsonValue value)
    {
        switch (value.Type)
        {
            case BsonType.String:
                writer.WriteStringValue(value.AsString);
                break;
            case BsonType.Boolean:
                writer.WriteBooleanValue(value.AsBoolean);
                break;
            case BsonType.Int32 or BsonType.Int64:
                writer.WriteNumberValue(value.AsInt64);
                break;
            case BsonType.Double:
                writer.WriteNumberValue(value.AsDouble);
                break;
            case BsonType.Document:
                writer.WriteStartObject();
                foreach (var (name, field) in value.AsDocument.RawValue)
                {
                    writer.WritePropertyName(name);
                    Write(writer, field);
                }

                writer.WriteEndObject();
                break;
            case BsonType.Array:
                writer.WriteStartArray();
                foreach (var item in value.AsArray)
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }
}
