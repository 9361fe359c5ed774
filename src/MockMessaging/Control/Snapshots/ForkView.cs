namespace MockMessaging.Control;

/// <summary>A workspace made from another.</summary>
/// <param name="Key">Send it as x-api-key.</param>
/// <param name="Workspace">What it holds.</param>
public sealed record ForkView(string Key, WorkspaceView Workspace);

/// <summary>A workspace to make from another.</summary>
public sealed class ForkRequest
{
    /// <summary>The key of the workspace to copy. Default: the one that asks.</summary>
    public string? From { get; set; }

    /// <summary>The key of the new one, not used so far. Default: one that nobody has.</summary>
    public string? Key { get; set; }
}
