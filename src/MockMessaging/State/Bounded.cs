namespace MockMessaging.State;

/// <summary>Ring buffer that counts what it evicts.</summary>
internal sealed class Bounded<T>(int capacity)
{
    private readonly Queue<T> _items = new();

    public long Evicted { get; private set; }

    public IReadOnlyCollection<T> Items => _items;

    /// <summary>Adds an item, and returns the one it evicts.</summary>
    public T? Add(T item)
    {
        T? gone = default;
        if (_items.Count >= capacity)
        {
            gone = _items.Dequeue();
            Evicted++;
        }

        _items.Enqueue(item);
        return gone;
    }
}
