using MockMessaging.State;
using MockMessaging.Storage;
using MockMessaging.Timers;

namespace MockMessaging.Workspaces;

/// <summary>What all workspaces of a server share.</summary>
internal sealed class WorkspaceServices(IRecordStore store, TimerPump pump, WorkspaceDefaults defaults, TimeProvider host, ILogger<WorkspaceServices> log)
{
    private int _generations;

    public IRecordStore Store => store;

    public TimerPump Pump => pump;

    public WorkspaceDefaults Defaults => defaults;

    public TimeProvider Host => host;

    public ILogger Log => log;

    /// <summary>Takes the pushes of a transaction, in order. Set once, by the room that sends them.</summary>
    public Action<Workspace, Push> PushOut { get; set; } = static (_, _) => { };

    /// <summary>Told when everything of a workspace is thrown away; the task ends when no push is under way any more. Set once, by the room that sends pushes.</summary>
    public Func<Workspace, Task> PushesVoid { get; set; } = static _ => Task.CompletedTask;

    /// <summary>Whether no push of a workspace waits or is under way. Set once, by the room that sends pushes.</summary>
    public Func<Workspace, bool> PushesIdle { get; set; } = static _ => true;

    /// <summary>Told before the first change of a workspace; throws if the server may keep no more. Set once, by the directory.</summary>
    public Action<Workspace> Keep { get; set; } = static _ => { };

    /// <summary>Told when a workspace need not be kept any more. Set once, by the directory.</summary>
    public Action<Workspace> LetGo { get; set; } = static _ => { };

    /// <summary>The same for workspaces of which nothing is stored.</summary>
    public WorkspaceServices WithoutStore() => new(new MemoryStore(), pump, defaults, host, log);

    public int NextGeneration() => Interlocked.Increment(ref _generations);

    /// <summary>Makes sure no generation read back from the store is numbered again.</summary>
    public void SkipGenerations(int upTo) => _generations = Math.Max(_generations, upTo);
}
