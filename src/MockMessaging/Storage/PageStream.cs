namespace MockMessaging.Storage;

/// <summary>
/// A file of LiteDB whose <see cref="Flush"/> is an fsync: LiteDB asks no more of a stream it was given. What is on disk stays as it is
/// until changes are allowed, so that LiteDB cannot mark or cut a file that it then refuses.
/// </summary>
internal class PageStream(string path, FileShare share) : FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, share, bufferSize: 0)
{
    public const int PageSize = 8_192;

    /// <summary>Until set, a change is only pretended.</summary>
    public bool AllowsChanges { get; set; }

    // A page that was being written when the last run was killed belongs to no commit.
    public override long Length => base.Length / PageSize * PageSize;

    public override void Write(byte[] buffer, int offset, int count)
    {
        if (AllowsChanges)
        {
            base.Write(buffer, offset, count);
        }
        else
        {
            Position += count;
        }
    }

    public override void SetLength(long value)
    {
        if (AllowsChanges)
        {
            base.SetLength(value);
        }
    }

    public override void Flush() => Flush(AllowsChanges);
}

/// <summary>
/// The log. Where callers wait for each commit it is filled with zeros ahead and then written over, because fsync is twice as slow when a
/// file grows. LiteDB skips blank pages when it opens a log.
/// </summary>
/// <param name="path">The file; created if there is none.</param>
/// <param name="bytesAhead">How far it is filled ahead, in bytes; 0 for a log that grows and is cut.</param>
internal sealed class LogStream(string path, long bytesAhead) : PageStream(path, FileShare.Read)
{
    private long _written = -1;

    /// <summary>Up to where pages were written: what is filled ahead does not count.</summary>
    public override long Length => _written < 0 ? _written = IsBlank() ? 0 : base.Length : _written;

    public override void Write(byte[] buffer, int offset, int count)
    {
        if (AllowsChanges && Length == 0 && base.Length < bytesAhead)
        {
            FillAhead();
        }

        base.Write(buffer, offset, count);
        _written = Math.Max(Length, Position);
    }

    // Cut first: a log of which only some pages are blank would put an old state of others back.
    public override void SetLength(long value)
    {
        base.SetLength(value);
        _written = value;
        if (AllowsChanges && value == 0)
        {
            FillAhead();
        }
    }

    private bool IsBlank()
    {
        var first = new byte[PageSize];
        return RandomAccess.Read(SafeFileHandle, first, 0) < PageSize || !first.AsSpan().ContainsAnyExcept((byte)0);
    }

    private void FillAhead()
    {
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
            base.SetLength(0);
        }

        Flush();
    }
}
