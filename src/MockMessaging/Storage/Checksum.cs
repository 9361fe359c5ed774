using System.Buffers.Binary;
using System.Numerics;

namespace MockMessaging.Storage;

/// <summary>
/// CRC-32C of what a document holds. LiteDB checks its pages only where they are linked, and would hand out a message with a letter changed.
/// </summary>
internal static class Checksum
{
    public static int Of(long id, int world, int kind, ReadOnlySpan<byte> bytes)
    {
        var crc = BitOperations.Crc32C(BitOperations.Crc32C(uint.MaxValue, (ulong)id), ((ulong)(uint)world << 32) | (uint)kind);
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        }

        foreach (var last in bytes)
        {
            crc = BitOperations.Crc32C(crc, last);
        }

        return (int)crc;
    }
}
