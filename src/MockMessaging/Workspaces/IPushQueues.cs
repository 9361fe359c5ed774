using MockMessaging.State;

namespace MockMessaging.Workspaces;

/// <summary>Where workspaces send their pushes.</summary>
internal interface IPushQueues
{
    /// <summary>Takes a push; those of one contact are sent in the order they come.</summary>
    void Enqueue(Workspace workspace, Push push);

    /// <summary>Drops the pushes that wait and cancels those being sent; completes when no push of the workspace is being sent any more.</summary>
    Task DiscardAsync(Workspace workspace);

    /// <summary>True if no push of the workspace waits or is being sent.</summary>
    bool IsIdle(Workspace workspace);
}

/// <summary>Sends nothing: for workspaces without a key.</summary>
internal sealed class NoPushQueues : IPushQueues
{
    public static readonly NoPushQueues Instance = new();

    public void Enqueue(Workspace workspace, Push push)
    {
    }

    public Task DiscardAsync(Workspace workspace) => Task.CompletedTask;

    public bool IsIdle(Workspace workspace) => true;
}
