namespace MockMessaging.Control;

/// <summary>Scenarios of new workspaces. Section <c>Scenarios</c>.</summary>
public sealed class ScenariosOptions
{
    /// <summary>
    /// A scenario file, or a folder whose files <c>*.yaml</c>, <c>*.yml</c> and <c>*.json</c> are loaded in the order of their names. Every new workspace begins with them, and a reset
    /// loads them again. Default: none.
    /// </summary>
    public string? Path { get; set; }
}
