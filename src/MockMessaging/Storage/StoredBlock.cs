using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;

namespace MockMessaging.Storage;

/// <summary>
/// Many new documents of one world as the bytes of a single one, because LiteDB takes twenty times as long for a document as for the bytes in it,
/// and squeezed, because writing the bytes takes longer than that. Each stands as id (8 bytes), kind (4), length (4) and bytes, little-endian;
/// before the squeezed whole stands its length (4).
/// </summary>
internal sealed class StoredBlock
{
    private const int Head = 16;
    private const int LengthHead = 4;

    // The fastest there is.
    private const int Quality = 1;
    private const int Window = 16;

    // Small enough to stay off the large object heap, which only the slowest collections clear.
    private const int FullAt = 64_000;

    private readonly ArrayBufferWriter<byte> _bytes = new();

    private readonly List<long> _ids = [];

    public IReadOnlyList<long> Ids => _ids;

    public bool IsEmpty => _bytes.WrittenCount == 0;

    public bool HasRoomFor(StoredDocument document) => IsEmpty || _bytes.WrittenCount + Head + document.Data!.Length <= FullAt;

    public void Add(StoredDocument document)
    {
        _ids.Add(document.Id);
        Span<byte> head = stackalloc byte[Head];
        BinaryPrimitives.WriteInt64LittleEndian(head, document.Id);
        BinaryPrimitives.WriteInt32LittleEndian(head[8..], (int)document.Kind);
        BinaryPrimitives.WriteInt32LittleEndian(head[12..], document.Data!.Length);
        _bytes.Write(head);
        _bytes.Write(document.Data);
    }

    /// <summary>The squeezed bytes so far; the block is empty again.</summary>
    public byte[] Take()
    {
        var plain = _bytes.WrittenSpan;
        var squeezed = ArrayPool<byte>.Shared.Rent(LengthHead + BrotliEncoder.GetMaxCompressedLength(plain.Length));
        try
        {
            BinaryPrimitives.WriteInt32LittleEndian(squeezed, plain.Length);
            return BrotliEncoder.TryCompress(plain, squeezed.AsSpan(LengthHead), out var length, Quality, Window)
                ? squeezed.AsSpan(0, LengthHead + length).ToArray()
                : throw new InvalidOperationException("A block of documents does not fit where it always fits.");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(squeezed);
            _bytes.ResetWrittenCount();
            _ids.Clear();
        }
    }

    public static byte[] Unpack(byte[] squeezed)
    {
        var bytes = new byte[BinaryPrimitives.ReadInt32LittleEndian(squeezed)];
        return BrotliDecoder.TryDecompress(squeezed.AsSpan(LengthHead), bytes, out var written) && written == bytes.Length
            ? bytes
            : throw new InvalidDataException("A block of documents in the data file is damaged.");
    }

    /// <summary>Where in the unpacked bytes each document lies.</summary>
    public static IEnumerable<(long Id, DocumentKind Kind, int At, int Length)> Parts(byte[] bytes)
    {
        for (var at = 0; at < bytes.Length;)
        {
            var head = bytes.AsSpan(at, Head);
            var (id, kind, length) = (BinaryPrimitives.ReadInt64LittleEndian(head), BinaryPrimitives.ReadInt32LittleEndian(head[8..]), BinaryPrimitives.ReadInt32LittleEndian(head[12..]));
            yield return (id, (DocumentKind)kind, at + Head, length);
            at += Head + length;
        }
    }
}
