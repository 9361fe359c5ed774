namespace MockMessaging.State;

/// <summary>A room that goes on with what an earlier run of the server left unfinished.</summary>
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
