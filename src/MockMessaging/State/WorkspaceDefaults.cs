using MockMessaging.Fidelity;
using MockMessaging.Limits;
using MockMessaging.Seeding;

namespace MockMessaging.State;

/// <summary>What every workspace of a server starts with.</summary>
internal sealed class WorkspaceDefaults(Fixtures fixtures, WorkspaceLimits limits, FidelityOptions fidelity, MemoryGuard memory)
{
    public Fixtures Fixtures => fixtures;

    /// <summary>The channels of the fixtures by id, in their order. No channel ever changes, so all workspaces share them.</summary>
    public IReadOnlyDictionary<string, Channel> Channels { get; } = fixtures.Channels.Select(Channel.Of).ToDictionary(channel => channel.ChannelId, StringComparer.Ordinal);

    public WorkspaceLimits Limits => limits;

    /// <summary>How much memory all workspaces take together.</summary>
    public MemoryGuard Memory => memory;

    /// <summary>The fidelity of workspaces that were not configured, and of requests without a workspace.</summary>
    public FidelityProfile Fidelity { get; } = FidelityProfile.Of(fidelity.Fidelity);
}
