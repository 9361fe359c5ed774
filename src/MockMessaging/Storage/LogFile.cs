namespace MockMessaging.Storage;

/// <summary>
/// The log LiteDB appends its commits to. LiteDB calls a transaction committed while a task of its own may still write the pages, and tells
/// nobody when they cannot be written: whoever relies on a commit waits for its pages here.
/// </summary>
internal sealed class LogFile : PagedFile
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly LogFrames _frames;
    private readonly object _gate = new();
    private Exception? _failure;
    private long _transactions;

    /// <exception cref="IOException">It is damaged; it is left as it is.</exception>
    public LogFile(string path)
        : base(path, LogFrames.LengthOf, FileShare.Read) => _frames = new LogFrames(Handle);

    /// <summary>How many transactions this run has written, each to its last page.</summary>
    public long Transactions
    {
        get
        {
            lock (_gate)
            {
                return _transactions;
            }
        }
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        lock (_gate)
        {
            // After a page that is missing none may follow, or a later commit would stand on it.
            if (_failure is not null)
            {
                return;
            }

            try
            {
                base.Write(buffer, offset, count);
                _transactions += LogFrames.EndsIn(buffer.AsSpan(offset, count));
            }
            catch (Exception failure)
            {
                _failure = failure;
            }

            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>LiteDB asks for this whenever its thread has caught up, often many times a commit; <see cref="Secure"/> does it once.</summary>
    public override void Flush()
    {
    }

    /// <summary>Ends when so many transactions are on disk.</summary>
    /// <exception cref="IOException">They cannot be written.</exception>
    public void Secure(long transactions)
    {
        lock (_gate)
        {
            while (_failure is null && _transactions < transactions)
            {
                if (!Monitor.Wait(_gate, Patience))
                {
                    throw new IOException($"LiteDB has not written its log for {Patience.TotalSeconds} seconds");
                }
            }

            if (_failure is not null)
            {
                throw new IOException(_failure.Message, _failure);
            }
        }

        base.Flush();
    }

    protected override int ReadAt(long position, Span<byte> bytes) => _frames.Read(position, bytes);

    protected override void WriteAt(long position, ReadOnlySpan<byte> bytes) => _frames.Write(position, bytes);

    protected override void CutTo(long length)
    {
        if (length > 0)
        {
            throw new NotSupportedException("LiteDB empties its log and never cuts it otherwise.");
        }

        _frames.Clear();
    }
}
