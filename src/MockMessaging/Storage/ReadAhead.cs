using System.Threading.Channels;

namespace MockMessaging.Storage;

/// <summary>Hands records from the thread that reads them to the one that uses them, a few at a time and some ahead.</summary>
internal sealed class ReadAhead
{
    private const int AtOnce = 200;
    private const int Ahead = 8;

    private readonly Channel<StoredRecord[]> _records = Channel.CreateBounded<StoredRecord[]>(Ahead);

    /// <summary>True once all records were handed on, or reading has failed.</summary>
    public bool IsComplete { get; private set; }

    /// <param name="read">Called with some records before they are handed on.</param>
    public void Fill(IEnumerable<StoredRecord> records, Action<StoredRecord[]> read, CancellationToken stopping)
    {
        try
        {
            foreach (var some in records.Chunk(AtOnce))
            {
                read(some);
                _records.Writer.WriteAsync(some, stopping).AsTask().GetAwaiter().GetResult();
            }

            Complete(null);
        }
        catch (OperationCanceledException stopped)
        {
            // The server stops while it still starts: what is not read stays in the file.
            Complete(stopped);
        }
    }

    /// <summary>Whoever reads gets a failure after the records that were handed on.</summary>
    public void Complete(Exception? failure)
    {
        IsComplete = true;
        _records.Writer.Complete(failure);
    }

    /// <summary>Waits for the records. Call it once.</summary>
    public IEnumerable<StoredRecord> Read()
    {
        while (_records.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (_records.Reader.TryRead(out var some))
            {
                foreach (var record in some)
                {
                    yield return record;
                }
            }
        }
    }
}
