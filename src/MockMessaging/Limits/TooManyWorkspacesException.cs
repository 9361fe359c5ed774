namespace MockMessaging.Limits;

/// <summary>A key would open one workspace more than the server may hold.</summary>
internal sealed class TooManyWorkspacesException(int limit)
    : Exception($"This server holds its limit of {limit} workspaces (Limits:MaxWorkspaces); use a key it knows, or raise the limit.");
