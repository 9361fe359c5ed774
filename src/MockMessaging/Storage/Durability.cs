namespace MockMessaging.Storage;

/// <summary>Whether an answer waits until its change is on disk.</summary>
public enum Durability
{
    /// <summary>Answers at once; the change is on disk within the commit window and at shutdown.</summary>
    Relaxed,

    /// <summary>Answers after the commit that holds the change; many requests share one commit.</summary>
    Strict,
}
