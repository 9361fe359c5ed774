namespace MockMessaging.Storage;

/// <summary>
/// How long changes are gathered so that the oldest of them is on disk when the window ends: the window less what the commit will take, and less a part that is
/// kept back, since a thread that waits wakes late on a busy machine.
/// </summary>
/// <param name="length">How old a change may be when it is on disk.</param>
internal sealed class CommitWindow(TimeSpan length)
{
    private const double KeptBack = 0.3;

    /// <summary>How long the commit before took; at first a guess, since the first takes longer than those behind it.</summary>
    private TimeSpan _lastCommit = length / 2;

    /// <summary>How much longer changes may be gathered; nothing or less if it is time to commit.</summary>
    /// <param name="age">How long the oldest of them has waited, which may have been for the commit before.</param>
    public TimeSpan Left(TimeSpan age) => ((1 - KeptBack) * length) - _lastCommit - age;

    /// <summary>A commit has been made, and took so long.</summary>
    public void Committed(TimeSpan took) => _lastCommit = took;
}
