namespace MockMessaging.Workspaces;

/// <summary>What each new workspace begins with, beyond the fixtures. A reset brings it back.</summary>
internal interface IWorkspaceContent
{
    /// <summary>True if there is none; a new workspace is then kept only when something is changed.</summary>
    bool IsEmpty { get; }

    void AddTo(Workspace workspace);
}
