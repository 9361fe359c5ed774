using System.Buffers;
using System.Buffers.Binary;

namespace MockMessaging.Storage;

/// <summary>
/// Many new documents of one world as the bytes of a single one, because LiteDB takes twenty times as long for a document as for the bytes in it.
/// Each stands as id (8 bytes), kind (4), length (4) and bytes, little-endian.
/// </summary>
internal sealed class StoredBlock
{
    private const int Head = 16;

    // Small enough to stay off the large object heap, which only the slowest collections clear.
    private const int FullAt = 64_000;

    private readonly ArrayBufferWriter<byte> _bytes = new();

    public long FirstId { get; private set; }

    public bool IsEmpty => _bytes.WrittenCount == 0;

    public bool HasRoomFor(StoredDocument document) => IsEmpty || _bytes.WrittenCount + Head + document.Data!.Length <= FullAt;

    public void Add(StoredDocument document)
    {
        FirstId = IsEmpty ? document.Id : FirstId;
        Span<byte> head = stackalloc byte[Head];
        BinaryPrimitives.WriteInt64LittleEndian(head, document.Id);
        BinaryPrimitives.WriteInt32LittleEndian(head[8..], (int)document.Kind);
        BinaryPrimitives.WriteInt32LittleEndian(head[12..], document.Data!.Length);
        _bytes.Write(head);
        _bytes.Write(document.Data);
    }

    /// <summary>The bytes so far; the block is empty again.</summary>
    public byte[] Take()
    {
        var bytes = _bytes.WrittenSpan.ToArray();
        _bytes.ResetWrittenCount();
        return bytes;
    }

    public static IEnumerable<StoredDocument> Unpack(int world, byte[] bytes)
    {
        for (var at = 0; at < bytes.Length;)
        {
            var head = bytes.AsSpan(at, Head);
            var (id, kind, length) = (BinaryPrimitives.ReadInt64LittleEndian(head), BinaryPrimitives.ReadInt32LittleEndian(head[8..]), BinaryPrimitives.ReadInt32LittleEndian(head[12..]));
            yield return new StoredDocument(id, world, (DocumentKind)kind, bytes.AsSpan(at + Head, length).ToArray());
            at += Head + length;
        }
    }
}
