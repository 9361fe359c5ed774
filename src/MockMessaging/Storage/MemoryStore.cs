namespace MockMessaging.Storage;

/// <summary>The store of a server that forgets everything when it stops: <c>Storage:Path</c> is <c>:memory:</c>.</summary>
internal sealed class MemoryStore : IRecordStore
{
    private long _lastId;

    public Task Opened => Task.CompletedTask;

    public bool Keeps => false;

    public int Waiting => 0;

    public string? Refusal => null;

    public bool WasKilled => false;

    public long NextId() => Interlocked.Increment(ref _lastId);

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
