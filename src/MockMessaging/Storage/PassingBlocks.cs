namespace MockMessaging.Storage;

/// <summary>The blocks of documents that are removed one by one, and which of them a commit has changed.</summary>
internal sealed class PassingBlocks
{
    private readonly Dictionary<long, PassingBlock> _byDocument = [];
    private readonly HashSet<PassingBlock> _changed = [];

    public void Add(PassingBlock block, IEnumerable<long> documents)
    {
        foreach (var document in documents)
        {
            _byDocument.Add(document, block);
        }
    }

    /// <summary>Takes a document out of its block; false if it lies in none.</summary>
    public bool TryRemove(long document)
    {
        if (!_byDocument.Remove(document, out var block))
        {
            return false;
        }

        block.Remove(document);
        _changed.Add(block);
        return true;
    }

    /// <summary>Those that lost documents since this was last asked.</summary>
    public IReadOnlyList<PassingBlock> TakeChanged()
    {
        if (_changed.Count == 0)
        {
            return [];
        }

        PassingBlock[] changed = [.. _changed];
        _changed.Clear();
        return changed;
    }

    /// <summary>Forgets the blocks of a world, which go with it.</summary>
    public void Retire(int world)
    {
        foreach (var document in _byDocument.Where(entry => entry.Value.Generation == world).Select(entry => entry.Key).ToList())
        {
            _byDocument.Remove(document);
        }
    }
}
