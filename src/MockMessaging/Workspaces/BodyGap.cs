namespace MockMessaging.Workspaces;

/// <summary>Why the body of a call is not known.</summary>
internal enum BodyGap
{
    /// <summary>It is known, or there was none.</summary>
    None,

    /// <summary>Larger than the server takes.</summary>
    TooLarge,

    /// <summary>The client did not send all of it.</summary>
    Cut,

    /// <summary>The server refused to read it.</summary>
    Unread,
}
