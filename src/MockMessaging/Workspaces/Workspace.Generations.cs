using LiteDB;
using MockMessaging.Errors;
using MockMessaging.Persistence;
using MockMessaging.State;
using MockMessaging.Storage;
using MockMessaging.Time;

namespace MockMessaging.Workspaces;

/// <content>Replacing its generation: reset, forget, restore.</content>
internal sealed partial class Workspace
{
    /// <summary>LiteDB takes no document of 16 MB, and one that is refused in a commit ends all writing.</summary>
    private const int LargestDocument = 15_500_000;

    /// <summary>Removes everything except snapshots, as if the key were new. Once the task completes, no earlier push is sent any more.</summary>
    public Task Reset()
    {
        lock (_sync)
        {
            var record = WorkspaceRecord.Of(Key, _services.NextGeneration(), _record.Seed);
            var reset = ReplaceGeneration(record, WorkspaceState.Fresh(record, _services.Defaults), [], [], keeps: IsKept);
            _services.AddContent?.Invoke(this);
            return reset;
        }
    }

    /// <summary>Adds what new workspaces begin with, unless something was changed before. If that fails, the use that was begun ends.</summary>
    public void AddContentIfNew()
    {
        if (_services.AddContent is not { } add || IsKept)
        {
            return;
        }

        lock (_sync)
        {
            if (IsKept)
            {
                return;
            }

            try
            {
                add(this);
            }
            catch
            {
                Uses.End();
                throw;
            }
        }
    }

    /// <summary>
    /// Removes everything from memory and store; the next change stores the workspace again. Returns null and changes nothing if the condition
    /// is false.
    /// </summary>
    public Task? Forget(long seed, IEnumerable<StoredRecord> belongings, Func<bool> condition)
    {
        lock (_sync)
        {
            if (!condition())
            {
                return null;
            }

            var record = WorkspaceRecord.Of(Key, _services.NextGeneration(), seed);
            StoredRecord[] removed = IsKept ? [.. belongings, RecordKinds.Workspace.Removal(_record.StoreId, 0)] : [.. belongings];
            var forgotten = ReplaceGeneration(record, WorkspaceState.Fresh(record, _services.Defaults), removed, [], keeps: false);
            TimesForgotten++;
            _services.Open?.KeepNoLonger(this);
            return forgotten;
        }
    }

    public int TimesForgotten { get; private set; }

    /// <summary>True if no request used it for a time, and nothing happens in it by itself. With a frozen clock no timer does.</summary>
    public bool IsIdle(TimeSpan span, long until)
    {
        lock (_sync)
        {
            return Uses.RestedFor(span, until) && (_timers.Count == 0 || Clock.Mode == ClockMode.Frozen) && _services.PushQueues.IsIdle(this);
        }
    }

    public Archive Archive()
    {
        lock (_sync)
        {
            EnsureUsable();
            var clock = Clock.Mode == ClockMode.Real && _record.Clock is null ? null : ClockRecord.Of(Clock, _services.Host);
            return ArchiveWriter.Of(_record, _state, clock, Clock.GetUtcNow());
        }
    }

    /// <summary>Puts the workspace into the state of an archive. Once it completes, no earlier push can arrive any more.</summary>
    /// <exception cref="ApiException">It cannot be used; nothing was changed.</exception>
    public Task Replace(Archive archive, IReadOnlyList<IResumable> features)
    {
        var record = new WorkspaceRecord
        {
            Key = Key,
            Generation = _services.NextGeneration(),
            Seed = _record.Seed,
            ChosenSeed = archive.Seed == _record.Seed ? null : archive.Seed,
            Fidelity = archive.Fidelity,
            CareWindow = archive.CareWindow,
            Rules = archive.Rules,
            Delays = archive.Delays,
            SigningSecret = archive.SigningSecret ?? _record.SigningSecret,
            Clock = archive.Clock,
            Examples = archive.Examples,
        };
        var state = ArchiveReader.Read(archive, record, _services.Defaults, _services.Store.NextId, features);
        CapacityCheck.EnsureAll(state);
        lock (_sync)
        {
            return Keeping(() => ReplaceGeneration(record, state, Stored(state), features, keeps: true));
        }
    }

    /// <summary>Starts a new generation: drops timers and pushes of the present one.</summary>
    private Task ReplaceGeneration(WorkspaceRecord record, WorkspaceState state, StoredRecord[] changes, IReadOnlyList<IResumable> features, bool keeps)
    {
        lock (_sync)
        {
            _services.Store.EnsureCapacity();
            var voided = _services.PushQueues.DiscardAsync(this);
            var left = _state.Generation;
            _timers.Clear();
            Journal.Clear();
            Feed.Forget();
            Clock.Set(ClockMode.Real, _services.Host.GetUtcNow());
            Feed.Add(new WorkspaceEvent(0, WorkspaceEventKind.Reset, Clock.NowMs, null, null, null));
            record.StoreId = keeps ? _record.StoreId : 0;
            _record = record;
            _state = state;
            _traces = 0;
            _setAside = null;

            // Time stops in an archive, whatever the machine's clock did since.
            if (record.Clock is { } clock)
            {
                Clock.Set(clock.Mode, clock.Now, clock.Scale);
                record.Clock = ClockRecord.Of(Clock, _services.Host);
            }

            var kept = _services.Store.IsDurable ? _services.Store.Append(changes, urgent: true) : Task.CompletedTask;
            var entered = ResumeFeatures(record, features, keeps);
            _services.Store.Remove(left);
            return Task.WhenAll(voided, kept, entered);
        }
    }

    private Task ResumeFeatures(WorkspaceRecord record, IReadOnlyList<IResumable> features, bool keeps)
    {
        try
        {
            var transaction = _transaction.Begin(_state, Clock.NowMs);
            foreach (var feature in features)
            {
                feature.Resume(transaction, []);
            }

            if (keeps)
            {
                transaction.Save(record);
            }

            return Commit(transaction);
        }
        catch (Exception failure) when (failure is not StoreBusyException)
        {
            throw Refused("What it was given could not be taken up", failure);
        }
    }

    private StoredRecord[] Stored(WorkspaceState state)
    {
        if (!_services.Store.IsDurable)
        {
            return [];
        }

        IEnumerable<Record> records = [.. ArchiveWriter.Records(state).Where(record => record is not Progress), state.Progress];
        StoredRecord[] stored = [.. records.Where(record => record.StoreId > 0).Select(record => RecordKinds.Of(record).Stored(record, state.Generation) with { IsNew = true })];
        return stored.FirstOrDefault(record => BsonSerializer.Serialize(record.Fields).Length > LargestDocument) is { Fields: not null } large
            ? throw ErrorCatalog.Impossible("records", $"A record of '{large.Collection}' would take more than {LargestDocument} bytes in the data file; leave it out, or make it smaller.")
            : stored;
    }
}
