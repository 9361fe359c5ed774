namespace MockMessaging.Storage;

/// <summary>Keeps documents in the order they are appended. It is told of changes and calls nobody.</summary>
internal interface IDocumentStore : IAsyncDisposable
{
    /// <summary>Ends when the store can be used.</summary>
    /// <exception cref="StoreUnusableException">It cannot; the message says why and what to do.</exception>
    Task Opened { get; }

    /// <summary>The next ascending document id.</summary>
    long NextId();

    /// <summary>Whether appended documents go anywhere; if not, nobody needs to make them.</summary>
    bool Keeps { get; }

    /// <summary>How many changed documents wait for the disk.</summary>
    int Waiting { get; }

    /// <summary>Why nothing can be kept any more, and what to do; none while all is well. It stays so until the next start.</summary>
    string? Refusal { get; }

    /// <summary>Checks that there is room for a transaction, before it changes anything.</summary>
    /// <exception cref="StoreBusyException">The disk is too far behind, or has failed.</exception>
    void EnsureRoom();

    /// <summary>Takes the changes of one transaction, which are committed together; the task ends when they may be relied on.</summary>
    /// <param name="changes">The changes.</param>
    /// <param name="urgent">Whether somebody waits for the task; what nobody waits for takes its time.</param>
    /// <exception cref="StoreBusyException">The disk has failed.</exception>
    Task Append(ReadOnlySpan<StoredDocument> changes, bool urgent);

    /// <summary>
    /// Forgets a world: what of it still waits for the disk is dropped, what is on disk is removed bit by bit. Whatever leads to another
    /// world is appended before.
    /// </summary>
    void Retire(int world);

    /// <summary>Whether the earlier run was killed, so that it may have made more than was kept. Known once all is read.</summary>
    bool WasCutOff { get; }

    /// <summary>Everything kept by an earlier run, in ascending order of id. Told once: the store itself lets go of it.</summary>
    Task<IReadOnlyList<KeptDocument>> ReadAllAsync();
}
