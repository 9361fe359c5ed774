using MockMessaging.Contract;

namespace MockMessaging.Templates;

/// <summary>Whether a channel's provider lets a template out.</summary>
internal static class TemplateApproval
{
    /// <summary>The provider's status that stands in the way; none where nothing does. Only a row of the very channel counts.</summary>
    public static string? Obstacle(HSMTemplateDoc template, string channelId) =>
        template.Approved?.FirstOrDefault(row => row.ChannelId == channelId) is { Status: not ("APPROVED" or "DELETED") } row ? row.Status : null;
}
