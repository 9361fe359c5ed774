namespace MockMessaging.Workspaces;

/// <summary>Which messages a rule is for; what is not given matches all.</summary>
internal sealed record OutcomeMatch(string? ContactId, string? ChannelId, string? TemplateCode, string? Text, string? Type)
{
    public bool Fits(string contactId, string channelId, string? templateCode, string? text, string type) =>
        (ContactId is null || ContactId == contactId)
        && (ChannelId is null || ChannelId == channelId)
        && (TemplateCode is null || TemplateCode == templateCode)
        && (Text is null || text?.Contains(Text, StringComparison.OrdinalIgnoreCase) == true)
        && (Type is null || Type == type);
}
