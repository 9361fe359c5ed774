namespace MockMessaging.Workspaces;

/// <summary>A workspace as read back, and the pushes that were still waiting.</summary>
internal sealed record RestoredWorkspace(WorkspaceRecord Record, WorkspaceState State, IReadOnlyList<Push> UnfinishedPushes);
