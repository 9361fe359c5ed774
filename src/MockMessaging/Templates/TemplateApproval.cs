using MockMessaging.Contract;

namespace MockMessaging.Templates;

/// <summary>Checks that the provider of a channel has approved a template.</summary>
internal static class TemplateApproval
{
    /// <summary>The status that prevents sending; null if none does. Only the row of this channel counts.</summary>
    public static string? Obstacle(HSMTemplateDoc template, string channelId) =>
        template.Approved?.FirstOrDefault(row => row.ChannelId == channelId) is { Status: not ("APPROVED" or "DELETED") } row ? row.Status : null;
}
