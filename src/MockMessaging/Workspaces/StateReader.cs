using LiteDB;
using MockMessaging.Persistence;
using MockMessaging.Seeding;
using MockMessaging.State;
using MockMessaging.Storage;

namespace MockMessaging.Workspaces;

/// <summary>Reads back what an earlier run stored, one workspace after the other. One that cannot be read is reported, and the others are read all the same.</summary>
internal sealed class StateReader(WorkspaceServices services, CancellationToken stopping)
{
    /// <summary>More than are made between two commits: a caller may have been given ids that were not stored, so they are not given again.</summary>
    private const int MostIdsLost = 100_000;

    private readonly Dictionary<int, (WorkspaceRecord? Record, Exception? Failure)> _entries = [];
    private readonly SharedValues _shared = new();

    /// <summary>True if a workspace entry has no readable generation: an unknown generation may be that workspace's, so none is removed.</summary>
    private bool _hasLostGenerations;

    /// <summary>The parts of snapshots. Complete once the first workspace has been read.</summary>
    public List<Snapshot> Snapshots { get; } = [];

    public IEnumerable<RestoredWorkspace> Read()
    {
        var last = 0;
        foreach (var (generation, records) in Generations(services.Store.ReadAll()))
        {
            last = Math.Max(last, generation);
            if (generation == 0)
            {
                ReadGenerationZero(records);
                last = Math.Max(last, _entries.Keys.DefaultIfEmpty().Max());
                services.SkipGenerations(last);
            }
            else if (_entries.Remove(generation, out var entry))
            {
                if (Restored(entry.Record, entry.Failure, records) is { } restored)
                {
                    yield return restored;
                }
            }
            else if (!_hasLostGenerations)
            {
                Discard(generation, records);
            }

            services.SkipGenerations(last);
        }

        // Nothing but its own entry is stored of a workspace that was only reset or configured.
        foreach (var entry in _entries.Values)
        {
            if (Restored(entry.Record, entry.Failure, []) is { } restored)
            {
                yield return restored;
            }
        }
    }

    private IEnumerable<(int Generation, IEnumerable<StoredRecord> Records)> Generations(IEnumerable<StoredRecord> all)
    {
        using var records = all.GetEnumerator();
        var isMore = records.MoveNext();
        while (isMore)
        {
            var generation = records.Current.Key.Generation;
            yield return (generation, Own());

            // Those that were not read belong to a workspace that is set aside.
            while (isMore && records.Current.Key.Generation == generation)
            {
                isMore = records.MoveNext();
            }

            IEnumerable<StoredRecord> Own()
            {
                while (isMore && records.Current.Key.Generation == generation)
                {
                    stopping.ThrowIfCancellationRequested();
                    yield return records.Current;
                    isMore = records.MoveNext();
                }
            }
        }
    }

    /// <summary>
    /// Reads the records of generation 0: workspace entries and snapshots. A damaged one stops the server, since it may belong to any workspace.
    /// </summary>
    private void ReadGenerationZero(IEnumerable<StoredRecord> records)
    {
        foreach (var record in records)
        {
            if (record.IsDamaged)
            {
                throw Damaged(record);
            }

            if (record.Collection == RecordKinds.Workspace.Collection)
            {
                TakeEntry(record);
            }
            else if (SnapshotOf(record) is { } part)
            {
                Snapshots.Add(part);
            }
        }
    }

    private void TakeEntry(StoredRecord stored)
    {
        var fields = stored.Fields!;
        var isKnown = fields["generation"] is { IsInt32: true };
        var generation = isKnown ? fields["generation"].AsInt32 : -(int)stored.Key.Id;
        _hasLostGenerations |= !isKnown;
        try
        {
            _entries[generation] = (RecordKinds.Workspace.Read(RecordKinds.Workspace.Upgraded(fields), stored.Key.Id), null);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            var record = fields["key"] is { IsString: true } key ? new WorkspaceRecord { Key = key.AsString, Generation = generation, Seed = WorkspaceSeed.FromKey(key.AsString), StoreId = stored.Key.Id } : null;
            if (record is null)
            {
                services.Log.LogError(failure, "A workspace is set aside, and nobody can reach it: its entry {Record} has no key. Its records stay in the file.", stored.Key.Id);
            }

            _entries[generation] = (record, failure);
        }
    }

    private Snapshot? SnapshotOf(StoredRecord stored)
    {
        try
        {
            return SnapshotKind.Read(RecordKinds.Snapshot.Upgraded(stored.Fields!), stored.Key.Id);
        }
        catch (RecordException failure)
        {
            services.Log.LogError(failure, "A part of a snapshot cannot be read: record {Record}. It stays in the file.", stored.Key.Id);
            return null;
        }
    }

    private RestoredWorkspace? Restored(WorkspaceRecord? entry, Exception? failure, IEnumerable<StoredRecord> records) =>
        entry is null ? null : failure is null ? Build(entry, records) : Lost(entry, failure);

    private RestoredWorkspace Build(WorkspaceRecord entry, IEnumerable<StoredRecord> records)
    {
        StoredRecord? current = null;
        try
        {
            RecordChecks.Delays(entry.Delays);
            var builder = new StateBuilder(entry, services.Defaults, _shared);
            foreach (var record in records)
            {
                current = record;
                builder.Add(RecordKinds.InCollection(record.Collection), record.Key.Id, record.IsDamaged ? null : record.Fields, 0);
            }

            current = null;
            var restored = builder.Build();

            // The latest timer may belong to a push that is gone. A new record with its number would count as fired already.
            services.Store.SkipIds(restored.State.Progress.Fired.RecordId);
            restored.State.Ids.Count += services.Store.WasKilled ? MostIdsLost : 0;
            return restored;
        }
        catch (RecordException failure)
        {
            var (id, kind) = current is { } record ? (record.Key.Id, RecordKinds.InCollection(record.Collection)) : (entry.StoreId, RecordKinds.Workspace);
            return Lost(entry, new InvalidDataException($"record {id} of kind {kind.Name}{(failure.Field.Length == 0 ? "" : ", " + failure.Field)}: {failure.Reason}", failure));
        }
        catch (Exception failure) when (failure is not (OutOfMemoryException or StoreUnusableException or OperationCanceledException))
        {
            return Lost(entry, failure);
        }
    }

    /// <summary>A workspace that needs a reset: of its entry only the key and what a reset removes are used.</summary>
    private RestoredWorkspace Lost(WorkspaceRecord entry, Exception failure)
    {
        var bare = new WorkspaceRecord { Key = entry.Key, Generation = entry.Generation > 0 ? entry.Generation : services.NextGeneration(), Seed = entry.Seed, StoreId = entry.StoreId };
        return new RestoredWorkspace(bare, WorkspaceState.Fresh(bare, services.Defaults), [], failure);
    }

    /// <summary>What a killed run left of a generation that it was about to remove.</summary>
    private void Discard(int generation, IEnumerable<StoredRecord> records)
    {
        if (records.FirstOrDefault(record => record.IsDamaged) is { Fields: not null } damaged)
        {
            throw Damaged(damaged);
        }

        services.Store.Remove(generation);
    }

    private StoreUnusableException Damaged(StoredRecord record)
    {
        var reason = $"it is damaged, record {record.Key.Id} in '{record.Collection}' is not as it was written";
        return new StoreUnusableException(reason, new InvalidDataException(reason));
    }
}
