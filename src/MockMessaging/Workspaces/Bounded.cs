namespace MockMessaging.Workspaces;

/// <summary>The newest so many of something; what had to go is counted.</summary>
internal sealed class Bounded<T>(int capacity)
{
    private readonly Queue<T> _items = new();

    public long Evicted { get; private set; }

    public IReadOnlyCollection<T> Items => _items;

    public void Add(T item)
    {
        if (_items.Count >= capacity)
        {
            _items.Dequeue();
            Evicted++;
        }

        _items.Enqueue(item);
    }
}
