using MockMessaging.Errors;
using MockMessaging.State;
using MockMessaging.Storage;
using MockMessaging.Time;

namespace MockMessaging.Workspaces;

/// <content>Its clock and its timers.</content>
internal sealed partial class Workspace
{
    private const int TimersPerTurn = 64;

    /// <summary>How long timers wait that are due while the store refuses changes: a store may take them again.</summary>
    private static readonly TimeSpan PauseOfRefusedTimers = TimeSpan.FromMilliseconds(500);

    /// <summary>No clock goes beyond it, so what is due later never happens.</summary>
    private static readonly long LatestMs = TimeLimits.Latest.ToUnixTimeMilliseconds();

    /// <summary>Fires due timers, a bounded number at a time so that requests get their turn. They are stored together.</summary>
    public void FireDueTimers()
    {
        lock (_sync)
        {
            if (StandsStill)
            {
                return;
            }

            try
            {
                var (now, turn) = (Clock.NowMs, _transaction.Begin(_state, Clock.NowMs));
                for (var fired = 0; fired < TimersPerTurn && _timers.Next is { } due && due.DueMs <= now; fired++)
                {
                    turn.MoveTo(due.DueMs);
                    Fire(turn, due);
                    ScheduleTimersAndApplyFaults(turn);
                }

                StoreAndPush(turn, urgent: false);
            }
            catch (Exception failure) when (failure is not StoreBusyException)
            {
                // Nothing of the turn is stored or pushed, so that the file stays as it was before it.
                PutAside("Something that fell due failed", failure);
            }
        }
    }

    /// <summary>Moves the clock to the next due moment not after the limit and fires one timer; false when none is due by then.</summary>
    public bool FireNextUpTo(long limitMs, AdvanceTally tally)
    {
        lock (_sync)
        {
            EnsureUsable();
            if (_timers.Next is not { } next || next.DueMs > limitMs)
            {
                return false;
            }

            if (_services.Store.Refusal is { } refusal)
            {
                throw new StoreBusyException(refusal);
            }

            try
            {
                if (next.DueMs > Clock.NowMs)
                {
                    Clock.JumpTo(DateTimeOffset.FromUnixTimeMilliseconds(next.DueMs));
                }

                var transaction = _transaction.Begin(_state, next.DueMs);
                Fire(transaction, next);
                Commit(transaction, urgent: false);
                tally.Add(transaction);
                return true;
            }
            catch (Exception failure) when (failure is not StoreBusyException)
            {
                throw Refused("Something that fell due failed", failure);
            }
        }
    }

    /// <summary>Changes how time moves, stores that, and reschedules the timers.</summary>
    public Task SetClock(Action<SandboxClock> change)
    {
        lock (_sync)
        {
            EnsureUsable();
            _services.Store.EnsureCapacity();
            return Keeping(() => ChangeClock(change));
        }
    }

    public int TimerCount
    {
        get
        {
            lock (_sync)
            {
                return _timers.Count;
            }
        }
    }

    /// <summary>How many timers wait, and when the next is due; null if never.</summary>
    /// <exception cref="ApiException">The workspace is set aside.</exception>
    public (int Count, long? NextDueMs) PendingTimers()
    {
        lock (_sync)
        {
            EnsureUsable();
            return (_timers.Count, _timers.Next is { } next && next.DueMs <= LatestMs ? next.DueMs : null);
        }
    }

    /// <summary>The first timers to fall due in that order, each as it is shown, and how many timers there are.</summary>
    /// <exception cref="ApiException">The workspace is set aside.</exception>
    public (IReadOnlyList<T> Soonest, int Count) NextTimers<T>(int most, Func<SandboxTimer, T> show)
    {
        lock (_sync)
        {
            EnsureUsable();
            return ([.. _timers.Soonest(most).Where(timer => timer.Due.DueMs <= LatestMs).Select(show)], _timers.Count);
        }
    }

    /// <summary>How long the machine must wait until a timer is due; null if none ever is. It never throws.</summary>
    public TimeSpan? HostTimeUntilNextTimer()
    {
        lock (_sync)
        {
            try
            {
                if (_setAside is not null || _closed is not null || _timers.Next is not { } next || next.DueMs > LatestMs)
                {
                    return null;
                }

                var wait = Clock.HostTimeUntil(next.DueMs);
                return wait < PauseOfRefusedTimers && _services.Store.Refusal is not null ? PauseOfRefusedTimers : wait;
            }
            catch (Exception failure)
            {
                PutAside("Its clock failed", failure);
                return null;
            }
        }
    }

    private Task ChangeClock(Action<SandboxClock> change)
    {
        change(Clock);
        var transaction = _transaction.Begin(_state, Clock.NowMs);
        if (transaction.Now < _state.Progress.Fired.DueMs)
        {
            RememberEachMessage(transaction);
        }

        _record.Clock = ClockRecord.Of(Clock, _services.Host);
        transaction.Save(_record);
        transaction.AddEvent(WorkspaceEventKind.Clock);
        var durable = Commit(transaction);
        _services.Pump.Reschedule(this);
        return durable;
    }

    /// <summary>
    /// How far a message has come follows from the latest timer fired, as long as time only goes forward. When it is set back,
    /// each message remembers its own progress and the count starts anew.
    /// </summary>
    private void RememberEachMessage(WorkspaceTransaction transaction)
    {
        foreach (var message in _state.Messages.Where(message => message is { Plan: not null, StoreId: > 0 }))
        {
            message.SettledStages = message.Fired;
            transaction.Save(message);
        }

        _state.Unstored.StoreAll(transaction);

        _state.Progress.Fired = default;
        transaction.Save(_state.Progress);
    }

    private void Fire(WorkspaceTransaction transaction, DueOrder due)
    {
        var timer = _timers.Take();
        _state.Progress.Fired = due > _state.Progress.Fired ? due : _state.Progress.Fired;
        transaction.Save(_state.Progress);
        timer.Fire(transaction);
    }
}

/// <summary>Counts what happens while the clock is advanced.</summary>
internal sealed class AdvanceTally
{
    public int TimersFired { get; private set; }

    public int StatusChanges { get; private set; }

    public List<Push> Pushes { get; } = [];

    public void Add(WorkspaceTransaction fired)
    {
        TimersFired++;
        StatusChanges += fired.StatusChanges;
        Pushes.AddRange(fired.Leaving);
    }
}
