using MockMessaging.State;

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

    /// <summary>Number of the newest request; 0 before the first.</summary>
    public long Last
    {
        get
        {
            lock (_gate)
            {
                return _last;
            }
        }
    }

    /// <summary>The requests after a number that are still remembered, oldest first.</summary>
    public IReadOnlyList<JournalEntry> After(long number)
    {
        lock (_gate)
        {
            return number >= _last ? [] : [.. _entries.Where(entry => entry.Number > number)];
        }
    }

    /// <summary>The request that sent a message; null if it is not remembered, or no request did.</summary>
    public JournalEntry? Find(Message message)
    {
        lock (_gate)
        {
            return message.RequestNumber == 0 ? null : _entries.FirstOrDefault(entry => entry.Message == message);
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
