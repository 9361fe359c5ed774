using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using LiteDB;

namespace MockMessaging.Storage;

/// <summary>
/// CRC-32C of a document, kept in one of its fields. LiteDB checks how its pages are linked and not what they hold, so it would return a
/// message with a letter changed.
/// </summary>
internal static class Checksum
{
    public const string Field = "check";

    public static void Add(BsonDocument document) => document[Field] = Of(document);

    /// <summary>True if the document is as it was written.</summary>
    public static bool Fits(BsonDocument document) => document[Field] is { IsInt32: true } check && check.AsInt32 == Of(document);

    // LiteDB puts the id first, wherever it was.
    private static int Of(BsonDocument document) => (int)Add(Add(uint.MaxValue, document["_id"]), document);

    private static uint Add(uint crc, BsonDocument document)
    {
        foreach (var (name, value) in document.RawValue)
        {
            if (name is not ("_id" or Field))
            {
                crc = Add(Add(crc, name), value);
            }
        }

        return crc;
    }

    private static uint Add(uint crc, BsonValue value)
    {
        crc = BitOperations.Crc32C(crc, (byte)value.Type);
        switch (value.Type)
        {
            case BsonType.String:
                return Add(crc, value.AsString);
            case BsonType.Int32 or BsonType.Int64:
                return BitOperations.Crc32C(crc, (ulong)value.AsInt64);
            case BsonType.Boolean:
                return BitOperations.Crc32C(crc, value.AsBoolean ? (byte)1 : (byte)0);
            case BsonType.Double:
                return BitOperations.Crc32C(crc, BitConverter.DoubleToUInt64Bits(value.AsDouble));
            case BsonType.Document:
                return Add(crc, value.AsDocument);
            case BsonType.Array:
                return value.AsArray.Aggregate(crc, Add);
            default:
                return crc;
        }
    }

    private static uint Add(uint crc, string text)
    {
        var bytes = MemoryMarshal.AsBytes(text.AsSpan());
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        }

        foreach (var last in bytes)
        {
            crc = BitOperations.Crc32C(crc, last);
        }

        return BitOperations.Crc32C(crc, (uint)text.Length);
    }
}
