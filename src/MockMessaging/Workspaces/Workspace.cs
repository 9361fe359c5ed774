using System.Runtime.InteropServices;
using MockMessaging.Errors;
using MockMessaging.Events;
using MockMessaging.Faults;
using MockMessaging.Fidelity;
using MockMessaging.Ids;
using MockMessaging.Limits;
using MockMessaging.Persistence;
using MockMessaging.State;
using MockMessaging.Storage;
using MockMessaging.Time;
using MockMessaging.Timers;

namespace MockMessaging.Workspaces;

/// <summary>A private world behind one API key: its state, its clock, and the one way to change either.</summary>
internal sealed partial class Workspace : ITimerOwner
{
    private readonly Lock _sync = new();
    private readonly WorkspaceServices _services;
    private readonly TimerQueue _timers = new();
    private readonly WorkspaceTransaction _transaction;
    private readonly List<StoredRecord> _changes = [];
    private WorkspaceRecord _record;
    private WorkspaceState _state;
    private long _traces;

    public Workspace(WorkspaceServices services, WorkspaceRecord record, WorkspaceState state)
    {
        _services = services;
        _record = record;
        _state = state;
        Clock = new SandboxClock(services.Host);
        Feed = new EventFeed(services.Defaults.Limits.EventsKept);
        Uses = new WorkspaceUses(services.Host);
        _transaction = new WorkspaceTransaction(services.Store);
        Journal = new RequestJournal(services.Defaults.Limits.RequestsKept, services.Defaults.Limits.RequestBytesKept);
        record.Clock?.Restore(Clock, services.Host);
    }

    public string Key => _record.Key;

    /// <summary>The key as it may stand in a log.</summary>
    public string Name => Key.Length <= 4 ? "…" : $"{Key[..2]}…{Key[^2..]}";

    public SandboxClock Clock { get; }

    /// <summary>Who works with it at present.</summary>
    public WorkspaceUses Uses { get; }

    /// <summary>Whether something was changed in it, so that the server keeps it and counts it against its limit.</summary>
    public bool IsKept => Volatile.Read(ref _record).StoreId > 0;

    /// <summary>Wakes whoever waits for something to happen here.</summary>
    public ChangeSignal Changes { get; } = new();

    /// <summary>The calls of its API.</summary>
    public RequestJournal Journal { get; }

    /// <summary>What happened, newest last. Only to be read within <see cref="Read"/>.</summary>
    public EventFeed Feed { get; }

    /// <summary>Number of the present state; changes with every reset.</summary>
    public int Generation => Volatile.Read(ref _state).Generation;

    /// <summary>
    /// Whether time and pushes stand still: it is set aside, or what happens could not be kept, and after a restart it would be as if it had not happened.
    /// </summary>
    public bool StandsStill => _setAside is not null || _services.Store.Refusal is not null;

    /// <summary>Whether something is made to go wrong on purpose.</summary>
    public bool HasFaults => Volatile.Read(ref _state).Faults.Count > 0;

    /// <summary>Which truth it follows.</summary>
    public FidelityProfile Fidelity => Volatile.Read(ref _state).Fidelity;

    /// <summary>Changes how it behaves, over restarts too; what is not given stays.</summary>
    public Task Configure(FidelityMode? fidelity, bool? careWindow, StatusDelays delays, long? seed)
    {
        lock (_sync)
        {
            EnsureUsable();
            _services.Store.EnsureCapacity();
            return Keeping(() =>
            {
                _record.Fidelity = fidelity ?? _record.Fidelity;
                _record.CareWindow = careWindow ?? _record.CareWindow;
                _record.Delays = delays.Or(_record.Delays);
                _state.Fidelity = fidelity is { } mode ? FidelityProfile.Of(mode) : _state.Fidelity;
                _state.CareWindow = _record.CareWindow;
                _state.Delays = _record.Delays;
                if (seed is { } given)
                {
                    _record.ChosenSeed = given;
                    _state.Reseed(given);
                }

                return Register();
            });
        }
    }

    /// <summary>Runs a change and hands on what it leaves behind.</summary>
    /// <exception cref="StoreBusyException">The disk is too far behind; nothing was changed.</exception>
    /// <exception cref="ApiException">The workspace is set aside, or is now, since the change failed half-way.</exception>
    /// <param name="change">What to do.</param>
    /// <param name="gate">The answer that what it causes must not overtake.</param>
    /// <param name="trace">Where in a trace it stands.</param>
    public Committed<T> Execute<T>(Func<WorkspaceTransaction, T> change, AnswerGate? gate = null, TraceContext? trace = null)
    {
        lock (_sync)
        {
            EnsureUsable();
            _services.Store.EnsureCapacity();
            return Run(change, gate, trace, urgent: true);
        }
    }

    /// <summary>
    /// Runs a change that follows from an earlier one: nobody waits for the disk, and it is not refused only because the disk is behind. Where
    /// the workspace is set aside, there is nothing left for it to follow from.
    /// </summary>
    /// <exception cref="StoreBusyException">Nothing can be kept any more.</exception>
    public void Follow<T>(Func<WorkspaceTransaction, T> change)
    {
        lock (_sync)
        {
            // Where nothing is kept, what came before was forgotten.
            if (IsKept && _setAside is null)
            {
                Run(change, null, null, urgent: false);
            }
        }
    }

    /// <summary>A trace id for a call on this workspace.</summary>
    public string NextTraceId() => IdSource.Trace(Clock.NowMs, Interlocked.Increment(ref _traces));

    /// <summary>Looks without changing.</summary>
    /// <exception cref="ApiException">The workspace is set aside.</exception>
    public T Read<T>(Func<WorkspaceState, T> look)
    {
        lock (_sync)
        {
            EnsureUsable();
            return look(_state);
        }
    }

    /// <summary>Whether it has a client app of that id, queue code or name; this is known of a workspace that is set aside, too.</summary>
    public bool HasApp(string codeOrId)
    {
        lock (_sync)
        {
            return _state.FindApp(codeOrId) is not null;
        }
    }

    /// <summary>Keeps the workspace from now on, as a change would; false if it is kept already.</summary>
    /// <exception cref="TooManyWorkspacesException">The server holds as many as it may.</exception>
    public bool TryKeep()
    {
        lock (_sync)
        {
            if (IsKept)
            {
                return false;
            }

            _services.Store.EnsureCapacity();
            Keeping(Register);
            return true;
        }
    }

    /// <summary>Writes the workspace's own entry, so that a restart knows its key.</summary>
    private Task Register()
    {
        var transaction = _transaction.Begin(_state, Clock.NowMs);
        transaction.Save(_record);
        return Commit(transaction);
    }

    /// <summary>Runs a change. If it is the first one the server has to be able to keep the workspace, which is asked before anything changes.</summary>
    private T Keeping<T>(Func<T> change)
    {
        if (IsKept)
        {
            return change();
        }

        _services.Keep(this);
        try
        {
            return change();
        }
        finally
        {
            if (!IsKept)
            {
                _services.LetGo(this);
            }
        }
    }

    private Committed<T> Run<T>(Func<WorkspaceTransaction, T> change, AnswerGate? gate, TraceContext? trace, bool urgent) =>
        IsKept ? RunKept(change, gate, trace, urgent) : RunFirst(change, gate, trace, urgent);

    /// <summary>Apart from the usual way, which allocates nothing.</summary>
    private Committed<T> RunFirst<T>(Func<WorkspaceTransaction, T> change, AnswerGate? gate, TraceContext? trace, bool urgent) =>
        Keeping(() => RunKept(change, gate, trace, urgent));

    private Committed<T> RunKept<T>(Func<WorkspaceTransaction, T> change, AnswerGate? gate, TraceContext? trace, bool urgent)
    {
        var transaction = _transaction.Begin(_state, Math.Max(Clock.NowMs, _state.Progress.Fired.DueMs), gate, trace);
        try
        {
            var value = change(transaction);
            return new Committed<T>(value, Commit(transaction, urgent: urgent));
        }
        catch (Exception failure) when (transaction.HasChanges && failure is ApiException or StoreBusyException)
        {
            // What it did to memory before it refused is written too, or a later record could refer to one that was never stored.
            Commit(transaction);
            throw;
        }
        catch (Exception failure) when (transaction.HasChanges)
        {
            throw Refused("A change failed half-way", failure);
        }
    }

    private Task Commit(WorkspaceTransaction transaction, bool urgent = true)
    {
        Conclude(transaction);
        return HandOn(transaction, urgent);
    }

    /// <summary>Ends a change: what it wants to do later is noted, and faults strike what it pushes.</summary>
    private void Conclude(WorkspaceTransaction transaction)
    {
        if (_state.Faults.Count > 0 && transaction.Pushes.Count > 0)
        {
            PushFaults.Apply(transaction);
        }

        transaction.Leaving.AddRange(transaction.Pushes);
        if (transaction.Timers.Count > 0 && _timers.Add(transaction.Timers))
        {
            _services.Pump.Reschedule(this);
        }
    }

    private Task Store(WorkspaceTransaction transaction, bool urgent)
    {
        _changes.Clear();
        foreach (var record in transaction.Saved)
        {
            _changes.Add(RecordKinds.Of(record).Stored(record, _state.Generation));
            record.IsUnstored = false;
        }

        foreach (var record in transaction.Removed)
        {
            _changes.Add(RecordKinds.Of(record).Removal(record.StoreId, _state.Generation));
        }

        return _services.Store.Append(CollectionsMarshal.AsSpan(_changes), urgent);
    }

    /// <summary>Stores what changed, then lets the pushes leave: nothing is told that the store was not told before.</summary>
    private Task HandOn(WorkspaceTransaction transaction, bool urgent)
    {
        if (!IsKept && (transaction.HasChanges || transaction.Timers.Count + transaction.Leaving.Count > 0))
        {
            transaction.Save(_record);
        }

        var durable = _services.Store.Keeps && transaction.HasChanges ? Store(transaction, urgent) : Task.CompletedTask;
        transaction.Events.ForEach(Feed.Add);
        foreach (var push in transaction.Leaving)
        {
            _services.PushQueues.Enqueue(this, push);
        }

        Changes.Pulse();
        return durable;
    }
}
