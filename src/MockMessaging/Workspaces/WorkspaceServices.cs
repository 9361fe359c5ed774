using MockMessaging.State;
using MockMessaging.Storage;
using MockMessaging.Timers;

namespace MockMessaging.Workspaces;

internal sealed class WorkspaceServices(IRecordStore store, TimerPump pump, WorkspaceDefaults defaults, IPushQueues pushQueues, TimeProvider host, ILogger<WorkspaceServices> log)
{
    private int _generations;

    public IRecordStore Store => store;

    public TimerPump Pump => pump;

    public WorkspaceDefaults Defaults => defaults;

    public TimeProvider Host => host;

    public ILogger Log => log;

    public IPushQueues PushQueues => pushQueues;

    /// <summary>Called before the first change of a workspace; throws if the server may keep no more. Set once, by the directory.</summary>
    public Action<Workspace> Keep { get; set; } = static _ => { };

    /// <summary>Called when a workspace need not be kept any more. Set once, by the directory.</summary>
    public Action<Workspace> OnForgotten { get; set; } = static _ => { };

    /// <summary>Adds what a new workspace begins with; null if that is nothing. Set once, by the directory.</summary>
    public Action<Workspace>? AddContent { get; set; }

    /// <summary>True if a workspace with records of a newer version is left to other servers, instead of being set aside. Default false.</summary>
    public bool LeavesNewer { get; private init; }

    /// <summary>The same for workspaces of which nothing is stored.</summary>
    public WorkspaceServices WithoutStore() => new(new MemoryStore(), pump, defaults, NoPushQueues.Instance, host, log);

    /// <summary>The same for a workspace with a store of its own.</summary>
    public WorkspaceServices WithStore(IRecordStore own) =>
        new(own, pump, defaults, pushQueues, host, log) { Keep = Keep, OnForgotten = OnForgotten, AddContent = AddContent, LeavesNewer = true };

    public int NextGeneration() => Interlocked.Increment(ref _generations);

    /// <summary>Makes sure no generation read back from the store is numbered again.</summary>
    public void SkipGenerations(int upTo) => _generations = Math.Max(_generations, upTo);
}
