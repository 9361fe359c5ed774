using MockMessaging.State;
using MockMessaging.Storage;
using MockMessaging.Timers;

namespace MockMessaging.Workspaces;

/// <summary>What each workspace works with.</summary>
/// <param name="open">Counts the workspaces in which something was changed; null for those that nothing counts.</param>
internal sealed class WorkspaceServices(
    IRecordStore store, OpenWorkspaces? open, TimerPump pump, WorkspaceDefaults defaults, IPushQueues pushQueues, TimeProvider host, ILogger<WorkspaceServices> log)
{
    private int _generations;

    public IRecordStore Store => store;

    public OpenWorkspaces? Open => open;

    public TimerPump Pump => pump;

    public WorkspaceDefaults Defaults => defaults;

    public TimeProvider Host => host;

    public ILogger Log => log;

    public IPushQueues PushQueues => pushQueues;

    /// <summary>Adds what a new workspace begins with; null if that is nothing. Set once, by the directory.</summary>
    public Action<Workspace>? AddContent { get; set; }

    /// <summary>True if a workspace with records of a newer version is left to other servers, instead of being set aside. Default false.</summary>
    public bool LeavesNewer { get; private init; }

    /// <summary>The same for workspaces of which nothing is stored.</summary>
    public WorkspaceServices WithoutStore() => new(new MemoryStore(), null, pump, defaults, NoPushQueues.Instance, host, log);

    /// <summary>The same for a workspace with a store of its own.</summary>
    public WorkspaceServices WithStore(IRecordStore own) =>
        new(own, open, pump, defaults, pushQueues, host, log) { AddContent = AddContent, LeavesNewer = true };

    public int NextGeneration() => Interlocked.Increment(ref _generations);

    /// <summary>Makes sure no generation read back from the store is numbered again.</summary>
    public void SkipGenerations(int upTo) => _generations = Math.Max(_generations, upTo);
}
