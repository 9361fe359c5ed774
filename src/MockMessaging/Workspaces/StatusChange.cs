using MockMessaging.Contract;

namespace MockMessaging.Workspaces;

/// <summary>A status and when the message took it, in milliseconds since the epoch.</summary>
internal readonly record struct StatusChange(MessageStatus Status, long AtMs);
