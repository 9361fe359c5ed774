using MockMessaging.Contract;
using MockMessaging.Workspaces;

namespace MockMessaging.Messages;

/// <summary>A message, its receipt, a push that a fault sends ahead of it, and what a provider would object to.</summary>
internal sealed record SentMessage(Message Message, OutBoundReciept Receipt, Push? AheadOfAnswer, IReadOnlyList<string> Warnings);
