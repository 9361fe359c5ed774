using System.Runtime.InteropServices;
using MockMessaging.Errors;
using MockMessaging.Faults;
using MockMessaging.Persistence;
using MockMessaging.State;
using MockMessaging.Storage;

namespace MockMessaging.Workspaces;

/// <content>The one way to change it: a transaction.</content>
internal sealed partial class Workspace
{
    /// <summary>Runs a change and hands on what it leaves behind.</summary>
    /// <exception cref="StoreBusyException">The disk is too far behind; nothing was changed.</exception>
    /// <exception cref="ApiException">The workspace is set aside, or is now, since the change failed half-way.</exception>
    public Committed<T> Execute<T>(Func<WorkspaceTransaction, T> change, ResponseGate? gate = null, TraceContext? trace = null)
    {
        lock (_sync)
        {
            EnsureUsable();
            _services.Store.EnsureCapacity();
            return Run(change, gate, trace, urgent: true);
        }
    }

    /// <summary>Lets several changes happen with none of another caller in between. They are stored as one, so that a kill leaves all of them or none.</summary>
    /// <exception cref="ApiException">The workspace is set aside.</exception>
    public T Together<T>(Func<T> changes)
    {
        lock (_sync)
        {
            EnsureUsable();
            if (_together is not null)
            {
                return changes();
            }

            _together = new ChangesTogether();
            try
            {
                return changes();
            }
            finally
            {
                var all = _together;
                _together = null;
                StoreAndPush(all);
            }
        }
    }

    private void StoreAndPush(ChangesTogether all)
    {
        if (all.Changes.Count > 0)
        {
            all.Append(_services.Store);
        }

        foreach (var push in all.Leaving)
        {
            _services.PushQueues.Enqueue(this, push);
        }
    }

    /// <summary>
    /// Runs a change that follows from an earlier one: no caller waits for the disk, and it is not refused only because the disk is behind.
    /// Does nothing if the workspace is set aside.
    /// </summary>
    /// <exception cref="StoreBusyException">Nothing can be kept any more.</exception>
    public void Follow<T>(Func<WorkspaceTransaction, T> change)
    {
        lock (_sync)
        {
            // If nothing is kept, what came before was forgotten.
            if (IsKept && _setAside is null)
            {
                Run(change, null, null, urgent: false);
            }
        }
    }

    /// <summary>Stores the pushes that still wait, so that the next run makes none of them twice.</summary>
    public void StorePushes() => Follow(static transaction =>
    {
        transaction.State.Unstored.StoreAll(transaction);
        return true;
    });

    /// <summary>Runs a change. Before the first one, checks that the server can keep one more workspace.</summary>
    private T Keeping<T>(Func<T> change)
    {
        if (IsKept)
        {
            return change();
        }

        _services.Open?.Keep(this);
        try
        {
            return change();
        }
        finally
        {
            if (!IsKept)
            {
                _services.Open?.KeepNoLonger(this);
            }
        }
    }

    private Committed<T> Run<T>(Func<WorkspaceTransaction, T> change, ResponseGate? gate, TraceContext? trace, bool urgent) =>
        IsKept ? RunKept(change, gate, trace, urgent) : RunFirst(change, gate, trace, urgent);

    /// <summary>A method of its own, because its closure would be allocated for every change.</summary>
    private Committed<T> RunFirst<T>(Func<WorkspaceTransaction, T> change, ResponseGate? gate, TraceContext? trace, bool urgent) =>
        Keeping(() => RunKept(change, gate, trace, urgent));

    private Committed<T> RunKept<T>(Func<WorkspaceTransaction, T> change, ResponseGate? gate, TraceContext? trace, bool urgent)
    {
        var transaction = _transaction.Begin(_state, Math.Max(Clock.NowMs, _state.Progress.Fired.DueMs), gate, trace);
        try
        {
            var value = change(transaction);
            return new Committed<T>(value, Commit(transaction, urgent: urgent));
        }
        catch (Exception failure) when (transaction.HasChanges && failure is ApiException or StoreBusyException)
        {
            // What it changed before it refused is written too, or a later record could refer to one that was never stored.
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
        ScheduleTimersAndApplyFaults(transaction);
        return StoreAndPush(transaction, urgent);
    }

    /// <summary>Ends a change: schedules its timers, and lets faults hit its pushes.</summary>
    private void ScheduleTimersAndApplyFaults(WorkspaceTransaction transaction)
    {
        if (_state.Faults.Count > 0 && transaction.Pushes.Count > 0)
        {
            PushFaults.Apply(transaction);
        }

        transaction.Leaving.AddRange(transaction.Pushes);
        foreach (var timer in transaction.Cancelled)
        {
            _timers.Remove(timer);
        }

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

        return _together is { } together ? together.Add(_changes) : _services.Store.Append(CollectionsMarshal.AsSpan(_changes), urgent);
    }

    /// <summary>Stores what changed, then lets the pushes leave: no push reports a change that the store does not have.</summary>
    private Task StoreAndPush(WorkspaceTransaction transaction, bool urgent)
    {
        if (!IsKept && (transaction.HasChanges || transaction.Timers.Count + transaction.Leaving.Count > 0))
        {
            transaction.Save(_record);
        }

        var durable = _services.Store.IsDurable && transaction.HasChanges ? Store(transaction, urgent) : Task.CompletedTask;
        transaction.Events.ForEach(Feed.Add);
        if (_together is { } together)
        {
            together.Leaving.AddRange(transaction.Leaving);
        }
        else
        {
            foreach (var push in transaction.Leaving)
            {
                _services.PushQueues.Enqueue(this, push);
            }
        }

        Changes.Pulse();
        return durable;
    }
}

/// <summary>What several changes leave behind until all of them are made.</summary>
internal sealed class ChangesTogether
{
    private readonly TaskCompletionSource<Task> _appended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public List<StoredRecord> Changes { get; } = [];

    public List<Push> Leaving { get; } = [];

    /// <returns>Completes when the changes are durable.</returns>
    public Task Add(List<StoredRecord> changes)
    {
        Changes.AddRange(changes);
        return _appended.Task.Unwrap();
    }

    public void Append(IRecordStore store)
    {
        try
        {
            _appended.SetResult(store.Append(CollectionsMarshal.AsSpan(Changes), urgent: true));
        }
        catch (Exception failure)
        {
            _appended.SetException(failure);
            throw;
        }
    }
}

/// <summary>What a transaction returns, and a task that completes when its changes are durable.</summary>
internal readonly record struct Committed<T>(T Value, Task Durable);
