namespace MockMessaging.Storage;

/// <summary>Says if data file and log may be written.</summary>
internal class DiskState
{
    /// <summary>Until set, a change is only pretended, so that LiteDB cannot mark or cut a file that is then refused.</summary>
    public bool AllowsChanges { get; set; }

    /// <summary>
    /// Why the disk cannot be written; null while it can. From then on changes are pretended, too: LiteDB ends the process, in a finalizer,
    /// if its own writing fails, and must not empty a log whose pages did not arrive in the data file.
    /// </summary>
    public Exception? Failure { get; private set; }

    /// <summary>Changes the disk, if that is allowed and has not failed.</summary>
    public virtual void Change(Action change)
    {
        if (AllowsChanges && Failure is null)
        {
            try
            {
                change();
            }
            catch (Exception failure)
            {
                Failure = failure;
            }
        }
    }

    /// <summary>From now on changes are only pretended.</summary>
    public void Fail(Exception failure) => Failure ??= failure;

    /// <exception cref="IOException">A change was only pretended, because the disk failed.</exception>
    public void ThrowIfFailed()
    {
        if (Failure is not null)
        {
            throw new IOException(Failure.Message, Failure);
        }
    }
}

/// <summary>A file of LiteDB whose <see cref="Flush"/> is an fsync: LiteDB asks no more of a stream it was given.</summary>
internal class PageStream(string path, FileShare share, DiskState disk) : FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, share, bufferSize: 0)
{
    public const int PageSize = 8_192;

    protected DiskState Disk => disk;

    // A page that was being written when the last run was killed belongs to no commit.
    public override long Length => base.Length / PageSize * PageSize;

    public override void Write(byte[] buffer, int offset, int count)
    {
        var end = Position + count;
        disk.Change(() => base.Write(buffer, offset, count));
        Position = end;
    }

    public override void SetLength(long value) => disk.Change(() => base.SetLength(value));

    public override void Flush() => disk.Change(() => Flush(flushToDisk: true));
}

/// <summary>
/// The log. Where callers wait for each commit it is filled with zeros ahead and then written over, because fsync is twice as slow when a
/// file grows. LiteDB skips blank pages when it opens a log.
/// </summary>
internal sealed class LogStream(string path, long bytesAhead, DiskState disk) : PageStream(path, FileShare.Read, disk)
{
    private long _written = -1;

    /// <summary>Up to where pages were written: what is filled ahead does not count.</summary>
    public override long Length => _written < 0 ? _written = IsBlank() ? 0 : base.Length : _written;

    public override void Write(byte[] buffer, int offset, int count)
    {
        if (Length == 0 && base.Length < bytesAhead)
        {
            FillAhead();
        }

        base.Write(buffer, offset, count);
        _written = Math.Max(Length, Position);
    }

    public override void SetLength(long value)
    {
        base.SetLength(value);
        _written = value;
    }

    private bool IsBlank()
    {
        var first = new byte[PageSize];
        return RandomAccess.Read(SafeFileHandle, first, 0) < PageSize || !first.AsSpan().ContainsAnyExcept((byte)0);
    }

    // The old pages are cut off first: if the process died half-way through the zeros, LiteDB would replay those that are left.
    private void FillAhead() => Disk.Change(() =>
    {
        RandomAccess.SetLength(SafeFileHandle, 0);
        try
        {
            var zeros = new byte[1 << 20];
            for (var at = 0L; at < bytesAhead; at += zeros.Length)
            {
                RandomAccess.Write(SafeFileHandle, zeros.AsSpan(0, (int)Math.Min(zeros.Length, bytesAhead - at)), at);
            }
        }
        catch (Exception failure) when (failure is IOException or ArgumentException)
        {
            // There is little room left, so the log grows as it must.
            RandomAccess.SetLength(SafeFileHandle, 0);
        }
    });
}
