namespace MockMessaging.Storage;

/// <summary>How an answer relates to the disk.</summary>
public enum Durability
{
    /// <summary>Answers at once; on disk within the commit window and at shutdown.</summary>
    Relaxed,

    /// <summary>Answers after the commit that holds the change; requests share commits.</summary>
    Strict,
}
