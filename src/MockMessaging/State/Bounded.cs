namespace MockMessaging.State;

/// <summary>The newest so many of something; what had to go is counted.</summary>
internal sealed class Bounded<T>(int capacity)
{
    private readonly Queue<T> _items = new();

    public long Evicted { get; private set; }

    public IReadOnlyCollection<T> Items => _items;

    /// <summary>Adds one, and returns the one that had to go for it.</summary>
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
