namespace MockMessaging.Storage;

/// <summary>How the place where this server keeps its records is doing.</summary>
internal interface IStoreStatus
{
    /// <summary>Completes when the store can be used.</summary>
    /// <exception cref="StoreUnusableException">It cannot be opened; the message says why and what to do.</exception>
    Task Opened { get; }

    /// <summary>What kind of place it is, in a word of the control plane: <c>memory</c>, <c>file</c>.</summary>
    string Kind { get; }

    /// <summary>The place, for the log.</summary>
    string Place { get; }

    /// <summary>How many changed records wait for the disk.</summary>
    int Waiting { get; }

    /// <summary>Does nothing if changes can be taken.</summary>
    /// <exception cref="StoreBusyException">Too many wait for the disk, or the disk has failed.</exception>
    void EnsureCapacity();
}

/// <summary>
/// Keeps the last state of each record. Changes go in; what an earlier run left comes out once, at the start. A store never calls its user.
/// <c>RecordStoreContract</c> tests what every store must do. <see cref="Append"/> and <see cref="EnsureCapacity"/> are called by many threads
/// under the lock of a workspace, so they do no I/O.
/// </summary>
internal interface IRecordStore : IAsyncDisposable
{
    /// <summary>False for a store that forgets everything, so that records need not be written for it.</summary>
    bool IsDurable { get; }

    /// <summary>Why nothing can be stored any more, and what to do; null while all is well. It stays so until the next start.</summary>
    string? Refusal { get; }

    /// <summary>True if the last run was killed, so that it may have done more than was stored. Known once <see cref="ReadAll"/> has given the first record.</summary>
    bool WasKilled { get; }

    /// <summary>The next ascending record number.</summary>
    long NextId();

    /// <summary>Makes sure that no number up to this one is given again.</summary>
    void SkipIds(long upTo);

    /// <summary>Checks that a transaction can be taken, before it changes anything.</summary>
    /// <exception cref="StoreBusyException">Too many changes wait for the disk, or the disk has failed.</exception>
    void EnsureCapacity();

    /// <summary>Takes the changes of one transaction, which are committed together. The task completes when they are durable. They are not urgent if nothing waits for it.</summary>
    /// <exception cref="StoreBusyException">The disk has failed.</exception>
    Task Append(ReadOnlySpan<StoredRecord> changes, bool urgent);

    /// <summary>
    /// Removes all records of a generation: those that wait for the disk at once, those on disk in small steps. A killed run may leave some of
    /// them, for the next one to remove.
    /// </summary>
    void Remove(int generation);

    /// <summary>
    /// What an earlier run left: one generation after the other, in each the collections in their order, in each the records in order of
    /// their numbers. Read it once. Until it is read to the end, append only to generations already read.
    /// </summary>
    /// <exception cref="StoreUnusableException">The file is damaged; it is left as it is.</exception>
    IEnumerable<StoredRecord> ReadAll();
}

/// <summary>The disk cannot keep up, or has failed; nothing was taken.</summary>
internal sealed class StoreBusyException(string message) : Exception(message);

/// <summary>The data file cannot be used; the message says why and what to do.</summary>
internal sealed class StoreUnusableException(string message, Exception inner) : IOException(message, inner);

/// <summary>The store of a server that forgets everything when it stops: <c>Storage:Path</c> is <c>:memory:</c>.</summary>
internal sealed class MemoryStore : IRecordStore, IStoreStatus
{
    private long _lastId;

    public Task Opened => Task.CompletedTask;

    public string Kind => "memory";

    public string Place => "in memory, lost when the server stops";

    public bool IsDurable => false;

    public int Waiting => 0;

    public string? Refusal => null;

    public bool WasKilled => false;

    public long NextId() => Interlocked.Increment(ref _lastId);

    public void SkipIds(long upTo)
    {
    }

    public void EnsureCapacity()
    {
    }

    public Task Append(ReadOnlySpan<StoredRecord> changes, bool urgent) => Task.CompletedTask;

    public void Remove(int generation)
    {
    }

    public IEnumerable<StoredRecord> ReadAll() => [];

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
