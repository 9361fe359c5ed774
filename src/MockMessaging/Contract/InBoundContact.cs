namespace MockMessaging.Contract;

/// <summary>InBoundContact</summary>
public sealed class InBoundContact
{
    /// <summary>businessProfile</summary>
    public ContactBusinessProfile? BusinessProfile { get; set; }

    /// <summary>channelId</summary>
    public string? ChannelId { get; set; }

    /// <summary>contactId</summary>
    public string? ContactId { get; set; }

    /// <summary>contactType</summary>
    public ContactType? ContactType { get; set; }

    /// <summary>csid</summary>
    public string? Csid { get; set; }

    /// <summary>lane</summary>
    public string? Lane { get; set; }

    /// <summary>profile</summary>
    public InBoundContactProfile? Profile { get; set; }
}
