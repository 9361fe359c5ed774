using MockMessaging.Contract;
using MockMessaging.State;

namespace MockMessaging.Messages;

/// <summary>A message, its receipt, a push that a fault sends ahead of it, and what a provider would object to.</summary>
internal sealed record SentMessage(Message Message, OutBoundReciept Receipt, Push? AheadOfAnswer, IReadOnlyList<string> Warnings);
