namespace MockMessaging.Workspaces;

/// <summary>Where a session stands.</summary>
internal enum SessionStatus
{
    Open,
    Expired,
    Resolved,
    Closed,
}
