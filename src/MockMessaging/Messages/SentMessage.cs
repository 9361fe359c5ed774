using MockMessaging.Contract;
using MockMessaging.Workspaces;

namespace MockMessaging.Messages;

/// <summary>A message, its receipt, and a push that a fault sends ahead of it.</summary>
internal sealed record SentMessage(Message Message, OutBoundReciept Receipt, Push? AheadOfAnswer);
