namespace MockMessaging.State;

/// <summary>A room that goes on with what an earlier run of the server left unfinished.</summary>
internal interface IResumable
{
    /// <summary>Called once per workspace read back, within a transaction, before any request reaches it.</summary>
    void Resume(WorkspaceTransaction transaction, IReadOnlyList<Push> unfinished);

    /// <summary>Checks a record that comes from outside.</summary>
    /// <exception cref="RecordException">The room knows something it names too little to go on with it.</exception>
    void EnsureUsable(Record record)
    {
    }
}
