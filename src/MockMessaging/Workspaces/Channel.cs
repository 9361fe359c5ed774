using MockMessaging.Contract;

namespace MockMessaging.Workspaces;

/// <summary>A business number or account messages are sent from.</summary>
internal sealed record Channel(string ChannelId, string ChannelType, string Lane, ContactType ContactType, string Name, bool Disabled, bool Sandbox);
