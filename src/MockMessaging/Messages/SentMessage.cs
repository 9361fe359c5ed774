using MockMessaging.Contract;
using MockMessaging.Workspaces;

namespace MockMessaging.Messages;

/// <summary>The receipt of a message, a push that a fault sends ahead of it, and what a provider would object to.</summary>
internal sealed record SentMessage(OutBoundReciept Receipt, Push? AheadOfAnswer, IReadOnlyList<string> Warnings);
