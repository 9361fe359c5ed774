namespace MockMessaging.Storage;

/// <summary>
/// A document of an earlier run. Its bytes are unpacked only when asked for, by one thread: all of them at once would take more memory than what is made of them.
/// </summary>
internal readonly struct KeptDocument
{
    private readonly object? _bytes;
    private readonly int _at;
    private readonly int _length;

    /// <param name="id">Its id.</param>
    /// <param name="world">The world it belongs to.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="data">Its bytes; <c>null</c> if they are not as they were written.</param>
    public KeptDocument(long id, int world, DocumentKind kind, byte[]? data)
    {
        (Id, Generation, Kind, _bytes, _length) = (id, world, kind, data, data?.Length ?? 0);
    }

    /// <param name="id">Its id.</param>
    /// <param name="world">The world it belongs to.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="block">The block its bytes lie in.</param>
    /// <param name="at">Where in the block.</param>
    /// <param name="length">How many.</param>
    public KeptDocument(long id, int world, DocumentKind kind, PackedBlock block, int at, int length)
    {
        (Id, Generation, Kind, _bytes, _at, _length) = (id, world, kind, block, at, length);
    }

    public long Id { get; }

    public int Generation { get; }

    public DocumentKind Kind { get; }

    /// <summary>Whether its bytes, or the bytes of its block, are not as they were written.</summary>
    public bool IsDamaged => _bytes is null;

    /// <summary>Its bytes, until those of another document are asked for.</summary>
    public ReadOnlySpan<byte> Data => (_bytes is PackedBlock block ? block.Unpacked() : (byte[]?)_bytes).AsSpan(_at, _length);
}
