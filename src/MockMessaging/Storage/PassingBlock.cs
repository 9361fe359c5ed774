using System.Runtime.InteropServices;

namespace MockMessaging.Storage;

/// <summary>
/// A block whose documents are removed one by one. It stays in the file until the last of them is gone; until then a note beside it, under
/// its own id, tells which are.
/// </summary>
internal sealed class PassingBlock(long id, int world, int documents)
{
    private readonly List<long> _gone = [];

    public long Id { get; } = id;

    public int Generation { get; } = world;

    /// <summary>Whether nothing is left of it.</summary>
    public bool IsOver => _gone.Count == documents;

    /// <summary>Whether the file has a note of it.</summary>
    public bool IsNoted { get; set; }

    public void Remove(long document) => _gone.Add(document);

    /// <summary>The ids of those that are gone, 8 bytes each, in the machine's order.</summary>
    public byte[] Note() => MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(_gone)).ToArray();

    /// <summary>The ids in a note.</summary>
    public static ReadOnlySpan<long> Gone(byte[] note) => MemoryMarshal.Cast<byte, long>(note);
}
