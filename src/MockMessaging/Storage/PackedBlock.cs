namespace MockMessaging.Storage;

/// <summary>A block as it lies in the file. Documents are read in their order, so it is enough that the last one unpacked is at hand.</summary>
internal sealed class PackedBlock(int world, byte[] squeezed, PackedBlock.Opened opened)
{
    /// <summary>The documents in it.</summary>
    public List<KeptDocument> Documents() => [.. StoredBlock.Parts(Unpacked()).Select(part => new KeptDocument(part.Id, world, part.Kind, this, part.At, part.Length))];

    public byte[] Unpacked()
    {
        if (opened.Block != this)
        {
            (opened.Block, opened.Bytes) = (this, StoredBlock.Unpack(squeezed));
        }

        return opened.Bytes;
    }

    /// <summary>The last block of a file that was unpacked.</summary>
    public sealed class Opened
    {
        public PackedBlock? Block { get; set; }

        public byte[] Bytes { get; set; } = [];
    }
}
