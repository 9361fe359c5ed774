using Microsoft.Win32.SafeHandles;

namespace MockMessaging.Storage;

/// <summary>A file of LiteDB's pages. What is on disk stays as it is until changes are allowed.</summary>
internal class PagedFile : Stream
{
    public const int PageSize = 8_192;

    private readonly SafeFileHandle _handle;
    private long _length;

    public PagedFile(string path)
    {
        Path = path;
        _handle = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);

        // A page the last run was writing when it was killed belongs to no commit; LiteDB would cut it off at once.
        _length = RandomAccess.GetLength(_handle) / PageSize * PageSize;
    }

    public string Path { get; }

    /// <summary>Whether the file may be changed. Until then a change is only pretended, as by a LiteDB that marks a file it finds damaged.</summary>
    public bool AllowsChanges { get; set; }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => true;

    public override long Length => Volatile.Read(ref _length);

    public override long Position { get; set; }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = RandomAccess.Read(_handle, buffer.AsSpan(offset, count), Position);
        Position += read;
        return read;
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        if (AllowsChanges)
        {
            RandomAccess.Write(_handle, buffer.AsSpan(offset, count), Position);
            Volatile.Write(ref _length, Math.Max(_length, Position + count));
        }

        Position += count;
    }

    public override void SetLength(long value)
    {
        if (AllowsChanges)
        {
            RandomAccess.SetLength(_handle, value);
            Volatile.Write(ref _length, value);
        }
    }

    /// <summary>Ends when what was written survives the loss of power.</summary>
    public override void Flush()
    {
        if (AllowsChanges)
        {
            RandomAccess.FlushToDisk(_handle);
        }
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => Length + offset,
    };

    protected override void Dispose(bool disposing)
    {
        _handle.Dispose();
        base.Dispose(disposing);
    }
}
