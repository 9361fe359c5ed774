namespace MockMessaging.Control;

/// <summary>A workspace made from another.</summary>
/// <param name="Key">Send it as x-api-key.</param>
/// <param name="Workspace">What it holds.</param>
public sealed record ForkView(string Key, WorkspaceView Workspace);
