namespace MockMessaging.Workspaces;

/// <summary>The wrapper a push uses.</summary>
internal enum PushType
{
    Messages,
    Statuses,
    Events,

    /// <summary>Not a wrapper: the question who a contact is.</summary>
    ContactInfo,
}
