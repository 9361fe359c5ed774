namespace MockMessaging.Storage;

/// <summary>The store of a server that keeps nothing: <c>Storage:Path</c> is <c>:memory:</c>.</summary>
/// <param name="pretends">Whether it takes documents as one that keeps them does.</param>
internal sealed class NoStore(bool pretends = false) : IDocumentStore
{
    private long _lastId;

    public bool Keeps => pretends;

    public int Waiting => 0;

    public bool WasCutOff => false;

    public Task Opened => Task.CompletedTask;

    public string? Refusal => null;

    public long NextId() => Interlocked.Increment(ref _lastId);

    public void EnsureRoom()
    {
    }

    public Task Append(ReadOnlySpan<StoredDocument> changes, bool urgent) => Task.CompletedTask;

    public void Retire(int world)
    {
    }

    public Task<IReadOnlyList<KeptDocument>> ReadAllAsync() => Task.FromResult<IReadOnlyList<KeptDocument>>([]);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
