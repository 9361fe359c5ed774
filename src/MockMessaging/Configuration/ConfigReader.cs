using MockMessaging.Contract;
using MockMessaging.State;

namespace MockMessaging.Configuration;

/// <summary>Lists configuration as the vendor does.</summary>
internal static class ConfigReader
{
    public static IReadOnlyList<MsgChannel> Channels(WorkspaceState state, bool withSandbox) =>
        [.. state.Channels
            .Where(channel => withSandbox || !channel.Sandbox)
            .OrderBy(channel => channel.ChannelId, StringComparer.Ordinal)
            .Select(channel => new MsgChannel { ChannelId = channel.ChannelId, ContactType = channel.ContactType, Lane = channel.Lane, Name = channel.Name })];

    public static IReadOnlyList<CompanyVarsConfigDoc> Variables(WorkspaceState state, string? channelId) =>
        state.Fidelity.ChannelHidesVariables && !string.IsNullOrEmpty(channelId) ? [] : state.Variables;

    public static IReadOnlyList<HSMTemplateDoc> Templates(WorkspaceState state, string? channelId, string? status) =>
        string.IsNullOrEmpty(channelId) && string.IsNullOrEmpty(status)
            ? state.Templates
            : [.. state.Templates.Where(template => template.Approved?.Any(row => Matches(row, channelId, status)) ?? false)];

    private static bool Matches(ApprovedChannels row, string? channelId, string? status) =>
        (string.IsNullOrEmpty(channelId) || row.ChannelId == channelId)
        && (string.IsNullOrEmpty(status) || string.Equals(row.Status, status, StringComparison.OrdinalIgnoreCase));
}
