using MockMessaging.Contract;
using MockMessaging.Workspaces;

namespace MockMessaging.Messages;

/// <summary>The receipt of a message, and a push that a fault sends ahead of it.</summary>
internal sealed record SentMessage(OutBoundReciept Receipt, Push? AheadOfAnswer);
