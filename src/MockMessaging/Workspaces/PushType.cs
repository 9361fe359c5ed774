namespace MockMessaging.Workspaces;

/// <summary>The wrapper a push uses.</summary>
internal enum PushType
{
    Messages,
    Statuses,
    Events,
}
