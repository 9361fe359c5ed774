using MockMessaging.Fidelity;
using MockMessaging.Seeding;
using MockMessaging.Storage;

namespace MockMessaging.Workspaces;

/// <summary>What all workspaces of a server share.</summary>
internal sealed class WorkspaceServices(IDocumentStore store, TimerPump pump, Fixtures fixtures, WorkspaceLimits limits, FidelityOptions fidelity, MemoryGuard memory, TimeProvider host, ILogger<WorkspaceServices> log)
{
    private int _worlds;

    public IDocumentStore Store => store;

    public TimerPump Pump => pump;

    public Fixtures Fixtures => fixtures;

    /// <summary>The channels of the fixtures by id, in their order. Nobody changes a channel, so all workspaces have the same ones.</summary>
    public IReadOnlyDictionary<string, Channel> Channels { get; } = fixtures.Channels.Select(Channel.Of).ToDictionary(channel => channel.ChannelId, StringComparer.Ordinal);

    public WorkspaceLimits Limits => limits;

    public MemoryGuard Memory => memory;

    public TimeProvider Host => host;

    public ILogger Log => log;

    /// <summary>The profile of workspaces that were not told otherwise, and of calls on none.</summary>
    public FidelityProfile Fidelity { get; } = FidelityProfile.Of(fidelity.Fidelity);

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
    public WorkspaceServices WithoutStore() => new(new NoStore(), pump, fixtures, limits, fidelity, memory, host, log);

    public int NextWorld() => Interlocked.Increment(ref _worlds);

    /// <summary>Makes sure no world read back from the store is numbered again.</summary>
    public void SkipWorlds(int upTo) => _worlds = Math.Max(_worlds, upTo);
}
