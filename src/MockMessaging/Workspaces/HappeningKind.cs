namespace MockMessaging.Workspaces;

/// <summary>What kind of thing happened in a workspace.</summary>
internal enum HappeningKind
{
    /// <summary>A client app's message was accepted.</summary>
    Sent,

    /// <summary>A customer's message came in.</summary>
    Inbound,

    /// <summary>A message took a status.</summary>
    Status,

    /// <summary>A push was attempted.</summary>
    Push,

    /// <summary>A session was opened, routed, resolved or closed.</summary>
    Session,

    /// <summary>A customer would have written, and the workspace has no room for it.</summary>
    LeftOut,

    /// <summary>Everything was thrown away or replaced.</summary>
    Reset,
}
