namespace MockMessaging.Storage;

/// <summary>
/// Where in the data file the documents of each world lie, so that a world nobody can reach any more goes a little with each commit
/// and holds up none of them.
/// </summary>
internal sealed class WorldContents
{
    private readonly Dictionary<int, Dictionary<long, int>> _blocks = [];
    private readonly Dictionary<int, HashSet<long>> _documents = [];
    private readonly Queue<(long Id, int Bytes)> _deadBlocks = new();
    private readonly Queue<long> _deadDocuments = new();

    /// <summary>Whether something is left to be removed.</summary>
    public bool HasDead => _deadBlocks.Count + _deadDocuments.Count > 0;

    public void AddBlock(int world, long id, int bytes) => In(_blocks, world).Add(id, bytes);

    public void AddDocument(int world, long id) => In(_documents, world).Add(id);

    public void RemoveBlock(int world, long id) => In(_blocks, world).Remove(id);

    public void RemoveDocument(int world, long id)
    {
        if (_documents.TryGetValue(world, out var documents))
        {
            documents.Remove(id);
        }
    }

    /// <summary>Marks everything of a world as to be removed.</summary>
    public void Retire(int world)
    {
        if (_blocks.Remove(world, out var blocks))
        {
            foreach (var (id, bytes) in blocks)
            {
                _deadBlocks.Enqueue((id, bytes));
            }
        }

        if (_documents.Remove(world, out var documents))
        {
            foreach (var id in documents)
            {
                _deadDocuments.Enqueue(id);
            }
        }
    }

    /// <summary>The next blocks to remove, of no more than so many bytes, but at least one.</summary>
    public IEnumerable<long> TakeDeadBlocks(int bytes)
    {
        while (bytes > 0 && _deadBlocks.TryDequeue(out var block))
        {
            bytes -= block.Bytes;
            yield return block.Id;
        }
    }

    /// <summary>The next documents to remove, no more than so many.</summary>
    public IEnumerable<long> TakeDeadDocuments(int most)
    {
        while (most-- > 0 && _deadDocuments.TryDequeue(out var id))
        {
            yield return id;
        }
    }

    private static T In<T>(Dictionary<int, T> byWorld, int world)
        where T : new() =>
        byWorld.TryGetValue(world, out var known) ? known : byWorld[world] = new T();
}
