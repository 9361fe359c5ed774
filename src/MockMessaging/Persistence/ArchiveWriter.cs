using MockMessaging.State;

namespace MockMessaging.Persistence;

internal static class ArchiveWriter
{
    public static Archive Of(WorkspaceRecord record, WorkspaceState state, ClockRecord? clock, DateTimeOffset now) => new()
    {
        Format = Archive.ThisFormat,
        Version = Archive.ThisVersion,
        ArchivedAt = now,
        Seed = state.Seed,
        Fidelity = record.Fidelity,
        CareWindow = record.CareWindow,
        Delays = record.Delays,
        Clock = clock,
        Examples = record.Examples ?? true,
        Records = [.. Records(state).OrderBy(entry => entry.StoreId).Select(Archived)],
    };

    private static ArchivedRecord Archived(Record record)
    {
        var kind = RecordKinds.Of(record);
        return new ArchivedRecord { Kind = kind.Name, Data = BsonJson.ToJson(kind.FieldsOf(record), kind.JsonFields) };
    }

    /// <summary>Everything that was ever saved; what follows from the fixtures is left out.</summary>
    public static IEnumerable<Record> Records(WorkspaceState state)
    {
        IEnumerable<Record> all =
        [
            .. state.Apps, .. state.Contacts.Values, .. state.Sessions.Values, .. state.Sessions.Values.SelectMany(session => session.Entries), .. state.Messages,
            .. state.DigitalObjects.Values, .. state.DigitalEvents, .. state.Callbacks.Items, .. state.Rules, .. state.Faults,
        ];

        // Each message has its own progress, since the common mark refers to record numbers, which are given anew.
        var progress = new Progress { Ids = state.Progress.Ids, Rolls = state.Progress.Rolls, StoreId = long.MaxValue };
        return all.Where(record => record.StoreId > 0).Append(progress);
    }
}
