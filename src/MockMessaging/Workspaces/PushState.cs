namespace MockMessaging.Workspaces;

/// <summary>What became of a push.</summary>
internal enum PushState
{
    /// <summary>Waits for its turn or for its answer.</summary>
    Pending,

    /// <summary>The receiver answered 2xx.</summary>
    Delivered,

    /// <summary>Attempted without success.</summary>
    Failed,

    /// <summary>Never attempted: the app has no webhook, or is of a type that gets none.</summary>
    Skipped,
}
