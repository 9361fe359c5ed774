namespace MockMessaging.Contract;

/// <summary>ApprovedChannels</summary>
public sealed class ApprovedChannels
{
    /// <summary>channelId</summary>
    public string? ChannelId { get; set; }

    /// <summary>status</summary>
    public string? Status { get; set; }

    /// <summary>templateId</summary>
    public string? TemplateId { get; set; }
}
