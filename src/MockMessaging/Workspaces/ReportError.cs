namespace MockMessaging.Workspaces;

/// <summary>A provider's reason for a failure, as it stands in a pushed status.</summary>
internal sealed record ReportError(string Code, string Title, string? Details = null, string? Href = null);
