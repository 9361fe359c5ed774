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

    public int NextWorld() => Interlocked.Increment(ref _worlds);

    /// <summary>Makes sure no world read back from the store is numbered again.</summary>
    public void SkipWorlds(int upTo) => _worlds = Math.Max(_worlds, upTo);
}
