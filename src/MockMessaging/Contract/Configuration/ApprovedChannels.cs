namespace MockMessaging.Contract;

/// <summary>Approval of a template on one channel.</summary>
public sealed class ApprovedChannels
{
    /// <summary>Id of the channel: type, colon, lane.</summary>
    public string? ChannelId { get; set; }

    /// <summary>APPROVED, PENDING, REJECTED or DELETED.</summary>
    public string? Status { get; set; }

    /// <summary>The provider's id of the template.</summary>
    public string? TemplateId { get; set; }
}
