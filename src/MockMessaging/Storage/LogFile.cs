namespace MockMessaging.Storage;

/// <summary>
/// The log LiteDB appends its commits to. LiteDB calls a transaction committed while a thread of its own still writes the pages, and tells
/// nobody when they cannot be written: whoever relies on a commit waits for its pages here.
/// </summary>
internal sealed class LogFile(string path) : PagedFile(path)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly object _gate = new();
    private Exception? _failure;

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

    /// <summary>Ends when the log is on disk up to a length.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Secure(long length)
    {
        lock (_gate)
        {
            while (_failure is null && Length < length)
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
}
