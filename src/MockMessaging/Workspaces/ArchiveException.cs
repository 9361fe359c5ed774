namespace MockMessaging.Workspaces;

/// <summary>An archive that cannot become a workspace; the message says why.</summary>
internal sealed class ArchiveException(string message, Exception? cause = null) : Exception(message, cause);
