using MockMessaging.State;

namespace MockMessaging.Persistence;

/// <summary>A workspace as read back.</summary>
/// <param name="Record">Its own entry.</param>
/// <param name="State">What it holds; what a fresh key finds if it cannot be read back.</param>
/// <param name="UnfinishedPushes">The pushes that were still waiting.</param>
/// <param name="Failure">Why it cannot be read back; <c>null</c> if it can.</param>
internal sealed record RestoredWorkspace(WorkspaceRecord Record, WorkspaceState State, IReadOnlyList<Push> UnfinishedPushes, Exception? Failure = null);
