namespace MockMessaging.Workspaces;

/// <summary>What became of a push.</summary>
internal enum PushState
{
    /// <summary>Waits for its turn or for its answer.</summary>
    Pending,

    /// <summary>Held back by a fault until its time comes.</summary>
    Held,

    /// <summary>Failed, and to be tried again.</summary>
    Retrying,

    /// <summary>The receiver answered 2xx.</summary>
    Delivered,

    /// <summary>Attempted without success.</summary>
    Failed,

    /// <summary>Never attempted: the app has no webhook, or is of a type that gets none.</summary>
    Skipped,
}
