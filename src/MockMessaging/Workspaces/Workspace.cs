using MockMessaging.Fidelity;
using MockMessaging.Storage;
using MockMessaging.Time;

namespace MockMessaging.Workspaces;

/// <summary>A private world behind one API key: its state, its clock, and the one way to change either.</summary>
internal sealed class Workspace
{
    private const int TimersPerTurn = 64;

    private readonly Lock _sync = new();
    private readonly WorkspaceServices _services;
    private readonly PriorityQueue<SandboxTimer, DueOrder> _timers = new();
    private readonly WorkspaceRecord _record;
    private WorkspaceState _state;
    private long _traces;

    public Workspace(WorkspaceServices services, WorkspaceRecord record, WorkspaceState state)
    {
        _services = services;
        _record = record;
        _state = state;
        Clock = new SandboxClock(services.Host);
        Feed = new Feed(services.Limits.EventsKept);
        Journal = new CallJournal(services.Limits.RequestsKept, services.Limits.RequestBytesKept);
        record.Clock?.Restore(Clock, services.Host);
    }

    public string Key => _record.Key;

    /// <summary>The key as it may stand in a log.</summary>
    public string Name => Key.Length <= 4 ? "…" : $"{Key[..2]}…{Key[^2..]}";

    public SandboxClock Clock { get; }

    /// <summary>Wakes whoever waits for something to happen here.</summary>
    public ChangeSignal Changes { get; } = new();

    /// <summary>The calls of its API.</summary>
    public CallJournal Journal { get; }

    /// <summary>What happened, newest last. Only to be read within <see cref="Read"/>.</summary>
    public Feed Feed { get; }

    /// <summary>Number of the present state; changes with every reset.</summary>
    public int World => Volatile.Read(ref _state).World;

    /// <summary>Whether something is made to go wrong on purpose.</summary>
    public bool HasFaults => Volatile.Read(ref _state).Faults.Count > 0;

    /// <summary>Which truth it follows.</summary>
    public FidelityProfile Fidelity => Volatile.Read(ref _state).Fidelity;

    /// <summary>Changes how it behaves, over restarts too; what is not given stays.</summary>
    public Task Configure(FidelityMode? fidelity, bool? careWindow, StatusDelays delays, long? seed)
    {
        lock (_sync)
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
        }
    }

    /// <summary>Runs a change and hands on what it leaves behind.</summary>
    /// <exception cref="StoreBusyException">The disk is too far behind; nothing was changed.</exception>
    public Committed<T> Execute<T>(Func<WorkspaceTransaction, T> change, AnswerGate? gate = null)
    {
        lock (_sync)
        {
            _services.Store.EnsureRoom();
            var transaction = new WorkspaceTransaction(_state, Math.Max(Clock.NowMs, _state.Progress.Fired.DueMs), gate, _services.Store, Feed);
            try
            {
                var value = change(transaction);
                return new Committed<T>(value, Commit(transaction));
            }
            catch when (transaction.HasChanges)
            {
                // Rules check before they change anything, so this is a failure of ours: what it did to memory is written too,
                // or a later record would name one that the file lacks.
                Commit(transaction);
                throw;
            }
        }
    }

    /// <summary>A trace id for a call on this workspace.</summary>
    public string NextTraceId() => IdSource.Trace(Clock.NowMs, Interlocked.Increment(ref _traces));

    /// <summary>Looks without changing.</summary>
    public T Read<T>(Func<WorkspaceState, T> look)
    {
        lock (_sync)
        {
            return look(_state);
        }
    }

    /// <summary>Throws everything away and starts over as a fresh key would; when the task ends, nothing of before can arrive any more.</summary>
    public Task Reset()
    {
        lock (_sync)
        {
            var voided = Leave();
            _record.World = _services.NextWorld();
            _record.Clock = null;
            _record.Fidelity = null;
            _record.CareWindow = null;
            _record.Delays = default;
            _record.ChosenSeed = null;
            _traces = 0;
            _state = WorkspaceState.Fresh(_record, _services);
            Clock.Set(ClockMode.Real, _services.Host.GetUtcNow());
            return Task.WhenAll(voided, Commit(new WorkspaceTransaction(_state, Clock.NowMs, null, _services.Store, Feed), _record));
        }
    }

    /// <summary>All that the workspace holds at present.</summary>
    public Archive Archive()
    {
        lock (_sync)
        {
            var clock = Clock.Mode == ClockMode.Real && _record.Clock is null ? null : ClockRecord.Of(Clock, _services.Host);
            return ArchiveWriter.Of(_record, _state, clock, Clock.GetUtcNow());
        }
    }

    /// <summary>Puts the workspace into the state of an archive; when the task ends, nothing of before can arrive any more.</summary>
    /// <exception cref="ArchiveException">It cannot be read; nothing was changed.</exception>
    public Task Replace(Archive archive, IReadOnlyList<IWorkspaceResume> rooms)
    {
        var record = new WorkspaceRecord
        {
            Key = Key,
            World = _services.NextWorld(),
            Seed = _record.Seed,
            ChosenSeed = archive.Seed == _record.Seed ? null : archive.Seed,
            Fidelity = archive.Fidelity,
            CareWindow = archive.CareWindow,
            Delays = archive.Delays,
            Clock = archive.Clock,
        };
        var (documents, state) = ArchiveReader.Read(archive, record, _services);
        lock (_sync)
        {
            var voided = Leave();
            (_record.World, _record.ChosenSeed, _record.Fidelity) = (record.World, record.ChosenSeed, record.Fidelity);
            (_record.CareWindow, _record.Delays, _record.Clock) = (record.CareWindow, record.Delays, record.Clock);
            _state = state;
            Clock.Set(ClockMode.Real, _services.Host.GetUtcNow());

            // Time stood still in the archive, whatever the machine's clock did since.
            if (record.Clock is { } clock)
            {
                Clock.Set(clock.Mode, clock.Now, clock.Scale);
                _record.Clock = ClockRecord.Of(Clock, _services.Host);
            }

            var kept = _services.Store.Keeps ? _services.Store.Append(documents) : Task.CompletedTask;
            var transaction = new WorkspaceTransaction(_state, Clock.NowMs, null, _services.Store, Feed);
            foreach (var room in rooms)
            {
                room.Resume(transaction, []);
            }

            return Task.WhenAll(voided, kept, Commit(transaction, _record));
        }
    }

    /// <summary>Writes the workspace's own entry, so that a restart knows its key.</summary>
    public Task Register()
    {
        lock (_sync)
        {
            return Commit(new WorkspaceTransaction(_state, Clock.NowMs, null, _services.Store, Feed), _record);
        }
    }

    /// <summary>Fires what is due by the clock, a bounded number at a time so that requests get their turn.</summary>
    public void FireDueTimers()
    {
        lock (_sync)
        {
            var now = Clock.NowMs;
            for (var turn = 0; turn < TimersPerTurn && FireNext(now) is not null; turn++)
            {
            }
        }
    }

    /// <summary>Moves the clock to the next due moment not after the limit and fires one timer; false when none is due by then.</summary>
    public bool FireNextUpTo(long limitMs, AdvanceTally tally)
    {
        lock (_sync)
        {
            if (!_timers.TryPeek(out _, out var due) || due.DueMs > limitMs)
            {
                return false;
            }

            if (due.DueMs > Clock.NowMs)
            {
                Clock.JumpTo(DateTimeOffset.FromUnixTimeMilliseconds(due.DueMs));
            }

            tally.Add(FireNext(due.DueMs)!);
            return true;
        }
    }

    /// <summary>Changes how time moves, keeps that over a restart, and tells the pump.</summary>
    public Task SetClock(Action<SandboxClock> change)
    {
        lock (_sync)
        {
            change(Clock);
            var transaction = new WorkspaceTransaction(_state, Clock.NowMs, null, _services.Store, Feed);
            if (transaction.Now < _state.Progress.Fired.DueMs)
            {
                RememberEachMessage(transaction);
            }

            _record.Clock = ClockRecord.Of(Clock, _services.Host);
            var durable = Commit(transaction, _record);
            _services.Pump.Reschedule(this);
            return durable;
        }
    }

    public (int Count, long? NextDueMs) PendingTimers()
    {
        lock (_sync)
        {
            return (_timers.Count, _timers.TryPeek(out _, out var due) ? due.DueMs : null);
        }
    }

    public TimeSpan? HostTimeUntilNextTimer()
    {
        lock (_sync)
        {
            return _timers.TryPeek(out _, out var due) ? Clock.HostTimeUntil(due.DueMs) : null;
        }
    }

    /// <summary>
    /// How far a message has come follows from the latest timer fired, as long as time only goes forward. When it is set back,
    /// each message remembers its own progress and the count starts anew.
    /// </summary>
    private void RememberEachMessage(WorkspaceTransaction transaction)
    {
        foreach (var message in _state.Messages.Values.Where(message => message is { Plan: not null, StoreId: > 0 }))
        {
            transaction.Save(message);
        }

        _state.Progress.Fired = default;
        transaction.Save(_state.Progress);
    }

    /// <summary>Lets go of all that the present world still wants to do.</summary>
    private Task Leave()
    {
        var voided = _services.PushesVoid(this);
        _services.Store.Retire(_state.World);
        _timers.Clear();
        Journal.Clear();
        Feed.Tell(HappeningKind.Reset, Clock.NowMs, null);
        return voided;
    }

    private WorkspaceTransaction? FireNext(long now)
    {
        if (!_timers.TryPeek(out var timer, out var due) || due.DueMs > now)
        {
            return null;
        }

        _timers.Dequeue();
        var transaction = new WorkspaceTransaction(_state, due.DueMs, null, _services.Store, Feed);
        _state.Progress.Fired = due > _state.Progress.Fired ? due : _state.Progress.Fired;
        transaction.Save(_state.Progress);
        timer.Fire(transaction);
        Commit(transaction);
        return transaction;
    }

    private Task Commit(WorkspaceTransaction transaction, WorkspaceRecord? own = null)
    {
        if (own is not null)
        {
            transaction.Save(own);
        }

        if (_state.Faults.Count > 0 && transaction.Pushes.Count > 0)
        {
            PushFaults.Apply(transaction);
        }

        var durable = _services.Store.Keeps && transaction.Changes() is { Count: > 0 } changes ? _services.Store.Append(changes) : Task.CompletedTask;
        foreach (var push in transaction.Pushes)
        {
            _services.PushOut(this, push);
        }

        if (transaction.Timers.Count > 0)
        {
            var first = _timers.TryPeek(out _, out var head) ? head.DueMs : long.MaxValue;
            foreach (var timer in transaction.Timers)
            {
                _timers.Enqueue(timer, timer.Due);
                first = Math.Min(first, timer.Due.DueMs);
            }

            if (head.DueMs != first)
            {
                _services.Pump.Reschedule(this);
            }
        }

        Changes.Pulse();
        return durable;
    }
}
