namespace MockMessaging.Storage;

/// <summary>
/// The log LiteDB appends its commits to. LiteDB calls a transaction committed while a thread of its own still writes the pages, and tells
/// nobody when they cannot be written: whoever relies on a commit waits for its pages here.
/// </summary>
internal sealed class LogFile(string path) : PagedFile(path)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Where a page of LiteDB's format 5 says whether it is the last of its transaction.</summary>
    private const int LastOfTransaction = 18;

    private readonly object _gate = new();
    private Exception? _failure;
    private long _transactions;

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
                _transactions += buffer[offset + LastOfTransaction];
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
}
