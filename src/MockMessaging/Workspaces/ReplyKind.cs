namespace MockMessaging.Workspaces;

/// <summary>How a customer answers a message.</summary>
internal enum ReplyKind
{
    /// <summary>With a made-up text.</summary>
    Text,

    /// <summary>By pressing the message's first QUICK_REPLY button; with a text where it has none.</summary>
    FirstButton,

    /// <summary>With a picture.</summary>
    Picture,

    /// <summary>With the word STOP.</summary>
    Stop,
}
