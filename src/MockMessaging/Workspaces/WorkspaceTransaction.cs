using MockMessaging.Contract;
using MockMessaging.Storage;

namespace MockMessaging.Workspaces;

/// <summary>
/// One change of a workspace, run alone and without I/O. It takes time, ids and dice from here,
/// and leaves behind what to store, what to push and what to do later.
/// </summary>
internal sealed class WorkspaceTransaction(WorkspaceState state, long now, AnswerGate? gate, IDocumentStore store, Feed feed)
{
    private readonly List<Record> _saved = [];
    private readonly List<StoredDocument> _removed = [];

    public WorkspaceState State { get; } = state;

    /// <summary>The moment of the change, in milliseconds since the epoch.</summary>
    public long Now { get; } = now;

    /// <summary>The answer this change waits to be told by; none where nobody waits.</summary>
    public AnswerGate? Gate { get; } = gate;

    /// <summary>The trace of the call behind it; none where there is no call, or one without a trace.</summary>
    public TraceContext? Trace { get; set; }

    public List<Push> Pushes { get; } = [];

    /// <summary>How many statuses messages took.</summary>
    public int StatusChanges { get; set; }

    public List<SandboxTimer> Timers { get; } = [];

    /// <summary>Whether anything was saved or removed.</summary>
    public bool HasChanges => _saved.Count + _removed.Count > 0;

    /// <summary>Tells the live feed what happens.</summary>
    public void Tell(HappeningKind kind, object about, MessageStatus? status = null, string? word = null) => feed.Tell(kind, Now, about, status, word);

    public ObjectId NextId()
    {
        var id = State.Ids.Next(Now);
        State.Progress.Ids = State.Ids.Count;
        Save(State.Progress);
        return id;
    }

    public string NextShortId()
    {
        var id = State.Ids.NextShort();
        State.Progress.Ids = State.Ids.Count;
        Save(State.Progress);
        return id;
    }

    /// <summary>A fresh number to make people and texts from.</summary>
    public long NextRoll()
    {
        Save(State.Progress);
        return ++State.Progress.Rolls;
    }

    /// <summary>Keeps a record over a restart, as it is when the transaction ends.</summary>
    public void Save(Record record)
    {
        if (record.StoreId == 0)
        {
            record.StoreId = store.NextId();
            record.IsUnstored = true;
        }

        if (!_saved.Contains(record))
        {
            _saved.Add(record);
        }
    }

    /// <summary>Takes a record out of the store; memory may still hold it.</summary>
    public void Remove(Record record) => _removed.Add(new StoredDocument(record.StoreId, State.World, record.Kind, null));

    /// <summary>Takes records out of memory and store.</summary>
    public void RemoveAll<T>(List<T> from, Predicate<T> which)
        where T : Record
    {
        from.FindAll(which).ForEach(Remove);
        from.RemoveAll(which);
    }

    public IReadOnlyList<StoredDocument> Changes()
    {
        var changes = new List<StoredDocument>(_saved.Count + _removed.Count);
        foreach (var record in _saved)
        {
            changes.Add(new StoredDocument(record.StoreId, State.World, record.Kind, record.ToBytes(), record.IsUnstored));
            record.IsUnstored = false;
        }

        changes.AddRange(_removed);
        return changes;
    }
}
