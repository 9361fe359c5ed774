namespace MockMessaging.Events;

/// <summary>The newest requests of a workspace, as many as count and bytes allow. Its own lock keeps writing it from delaying a change.</summary>
internal sealed class RequestJournal(int capacity, int bytes)
{
    private readonly Lock _gate = new();
    private readonly Queue<JournalEntry> _entries = new();
    private long _held;
    private long _last;

    public void Add(JournalEntry entry)
    {
        lock (_gate)
        {
            entry.Number = ++_last;
            _entries.Enqueue(entry);
            _held += entry.Bytes;
            while (_entries.Count > capacity || (_held > bytes && _entries.Count > 1))
            {
                _held -= _entries.Dequeue().Bytes;
            }
        }
    }

    /// <summary>The recorded requests, oldest first, and how many older ones were evicted.</summary>
    public (IReadOnlyList<JournalEntry> Entries, long Evicted) Read()
    {
        lock (_gate)
        {
            return ([.. _entries], _last - _entries.Count);
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _entries.Clear();
            _held = 0;
            _last = 0;
        }
    }
}
