using MockMessaging.Contract;
using MockMessaging.Ids;
using MockMessaging.Storage;

namespace MockMessaging.State;

/// <summary>
/// One change of a workspace. It runs alone and does no I/O. The change takes time, ids and random numbers from this object, and puts here what to
/// store, to push and to do later. A workspace uses one object for all its changes, so do not keep it.
/// </summary>
internal sealed class WorkspaceTransaction(IRecordStore store)
{
    private const int LargestKept = 1_000;

    private readonly List<Record> _saved = [];
    private readonly List<Record> _removed = [];

    public WorkspaceState State { get; private set; } = null!;

    /// <summary>The moment of the change, in milliseconds since the epoch.</summary>
    public long Now { get; private set; }

    /// <summary>Opens when the response to the request is sent; null if there is no request.</summary>
    public ResponseGate? Gate { get; private set; }

    public TraceContext? Trace { get; set; }

    /// <summary>Scheme and host by which the workspace was called last, such as <c>http://localhost:8080</c>; null before the first request. It stays from change to change.</summary>
    public string? CallersAddress { get; set; }

    public List<Push> Pushes { get; } = [];

    /// <summary>The pushes that no fault holds back, once a change has ended.</summary>
    public List<Push> Leaving { get; } = [];

    public int StatusChanges { get; set; }

    public List<SandboxTimer> Timers { get; } = [];

    /// <summary>Timers of earlier transactions that no longer apply.</summary>
    public List<SandboxTimer> Cancelled { get; } = [];

    public List<WorkspaceEvent> Events { get; } = [];

    public bool HasChanges => _saved.Count + _removed.Count > 0;

    public WorkspaceTransaction Begin(WorkspaceState state, long now, ResponseGate? gate = null, TraceContext? trace = null)
    {
        (State, Now, Gate, Trace, StatusChanges) = (state, now, gate, trace, 0);
        Empty(Pushes);
        Empty(Leaving);
        Empty(Events);
        Empty(Timers);
        Empty(Cancelled);
        foreach (var record in _saved)
        {
            record.IsInChange = false;
        }

        Empty(_saved);
        Empty(_removed);
        return this;
    }

    /// <summary>Goes on with the next of several changes that are stored together.</summary>
    public void MoveTo(long now)
    {
        (Now, Trace) = (now, null);
        Empty(Pushes);
        Empty(Timers);
        Empty(Cancelled);
    }

    /// <summary>Takes back a timer, of this transaction or of an earlier one.</summary>
    public void Cancel(SandboxTimer timer)
    {
        if (!Timers.Remove(timer))
        {
            Cancelled.Add(timer);
        }
    }

    public void AddEvent(WorkspaceEventKind kind, object? about = null, MessageStatus? status = null, string? detail = null) => Events.Add(new WorkspaceEvent(0, kind, Now, about, status, detail));

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
    public long NextRandomIndex()
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

        if (!record.IsInChange)
        {
            record.IsInChange = true;
            _saved.Add(record);
        }
    }

    /// <summary>Puts an item of the configuration into effect and stores it, in place of the earlier one.</summary>
    public void Put(ConfigurationItem item)
    {
        if (State.Configuration.ItemOf(item.Section, item.Id) is { } earlier)
        {
            (item.StoreId, item.IsUnstored) = (earlier.StoreId, earlier.IsUnstored);
        }

        State.Configuration.Set(item);
        Save(item);
        AddEvent(WorkspaceEventKind.Configuration);
    }

    /// <summary>Takes a record out of the store; memory may still hold it.</summary>
    public void Remove(Record record) => _removed.Add(record);

    /// <summary>A push has ended, so it need not be stored any more.</summary>
    public void End(Push push)
    {
        if (push.StoreId > 0)
        {
            Remove(push);
        }
        else if (push.Stage is not null)
        {
            State.Unstored.End(this);
        }
    }

    /// <summary>Takes records out of memory and store.</summary>
    public void RemoveAll<T>(List<T> from, Predicate<T> which)
        where T : Record
    {
        from.FindAll(which).ForEach(Remove);
        from.RemoveAll(which);
    }

    /// <summary>The records to be stored, until the next change begins.</summary>
    public IReadOnlyList<Record> Saved => _saved;

    public IReadOnlyList<Record> Removed => _removed;

    /// <summary>After one large change its memory is released.</summary>
    private static void Empty<T>(List<T> list)
    {
        list.Clear();
        if (list.Capacity > LargestKept)
        {
            list.TrimExcess();
        }
    }
}

/// <summary>A feature that goes on with what an earlier run left unfinished.</summary>
internal interface IResumable
{
    /// <summary>Called once per workspace read back, within a transaction, before any request reaches it.</summary>
    void Resume(WorkspaceTransaction transaction, IReadOnlyList<Push> unfinished);

    /// <summary>Checks a record that comes from outside.</summary>
    /// <exception cref="RecordException">The record names something that this feature does not know, for example an unknown outcome.</exception>
    void EnsureUsable(Record record)
    {
    }
}
