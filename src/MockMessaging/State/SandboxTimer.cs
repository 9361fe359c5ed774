using MockMessaging.Time;

namespace MockMessaging.State;

/// <summary>Something a workspace will do later, as a transaction of its own whose time is the moment it was due.</summary>
internal abstract class SandboxTimer(DueOrder due)
{
    public DueOrder Due { get; } = due;

    public abstract void Fire(WorkspaceTransaction transaction);
}
