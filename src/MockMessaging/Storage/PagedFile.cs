using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace MockMessaging.Storage;

/// <summary>A file of LiteDB's pages. What is on disk stays as it is until changes are allowed.</summary>
internal class PagedFile : Stream
{
    public const int PageSize = 8_192;

    /// <summary>Where a head page of LiteDB's format 5 says when the file was made, and where that ends.</summary>
    private const int CreatedAtAt = 68;
    private const int HeadSize = CreatedAtAt + sizeof(long);

    /// <summary>A byte of the first page of which LiteDB's format 5 makes no use.</summary>
    private const int MarkAt = 160;

    private long _length;

    // A page the last run was writing when it was killed belongs to no commit; LiteDB would cut it off at once.
    public PagedFile(string path)
        : this(path, handle => RandomAccess.GetLength(handle) / PageSize * PageSize, FileShare.None)
    {
    }

    /// <param name="path">Made where there is none.</param>
    /// <param name="lengthOf">How many bytes of pages it holds.</param>
    /// <param name="share">None keeps out whoever comes by another name of the same file.</param>
    protected PagedFile(string path, Func<SafeFileHandle, long> lengthOf, FileShare share)
    {
        Path = path;
        Handle = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, share);
        try
        {
            _length = lengthOf(Handle);
        }
        catch
        {
            Handle.Dispose();
            throw;
        }
    }

    public string Path { get; }

    /// <summary>Whether the file may be changed. Until then a change is only pretended, as by a LiteDB that marks a file it finds damaged.</summary>
    public bool AllowsChanges { get; set; }

    /// <summary>
    /// Whether the file says that it needs its log: since <see cref="Mark"/> some of what was committed may stand there alone. It is written past
    /// LiteDB, which does not know of it and may write an earlier state of it with the page.
    /// </summary>
    public bool IsMarked
    {
        get
        {
            Span<byte> mark = [0];
            return Length >= PageSize && ReadAt(MarkAt, mark) == 1 && mark[0] == 1;
        }
    }

    /// <summary>Ends when the mark survives the loss of power. A file that holds nothing yet needs none.</summary>
    public void Mark(bool needsLog)
    {
        if (Length >= PageSize && IsMarked != needsLog)
        {
            WriteAt(MarkAt, [needsLog ? (byte)1 : (byte)0]);
            Flush();
        }
    }

    /// <summary>
    /// When LiteDB made the file, by the first of its head pages found here; null if there is none. A log holds head pages of its data file.
    /// </summary>
    public long? CreatedAt()
    {
        Span<byte> head = stackalloc byte[HeadSize];
        for (var page = 0L; page < Length; page += PageSize)
        {
            if (ReadAt(page, head) == HeadSize && DataFile.IsHead(head))
            {
                return BinaryPrimitives.ReadInt64LittleEndian(head[CreatedAtAt..]);
            }
        }

        return null;
    }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => true;

    public override long Length => Volatile.Read(ref _length);

    public override long Position { get; set; }

    protected SafeFileHandle Handle { get; }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = ReadAt(Position, buffer.AsSpan(offset, count));
        Position += read;
        return read;
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        if (AllowsChanges)
        {
            WriteAt(Position, buffer.AsSpan(offset, count));
            Volatile.Write(ref _length, Math.Max(_length, Position + count));
        }

        Position += count;
    }

    public override void SetLength(long value)
    {
        if (AllowsChanges)
        {
            CutTo(value);
            Volatile.Write(ref _length, value);
        }
    }

    /// <summary>Ends when what was written survives the loss of power.</summary>
    public override void Flush()
    {
        if (AllowsChanges)
        {
            RandomAccess.FlushToDisk(Handle);
        }
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => Length + offset,
    };

    protected virtual int ReadAt(long position, Span<byte> bytes) => RandomAccess.Read(Handle, bytes, position);

    protected virtual void WriteAt(long position, ReadOnlySpan<byte> bytes) => RandomAccess.Write(Handle, bytes, position);

    protected virtual void CutTo(long length) => RandomAccess.SetLength(Handle, length);

    protected override void Dispose(bool disposing)
    {
        Handle.Dispose();
        base.Dispose(disposing);
    }
}
