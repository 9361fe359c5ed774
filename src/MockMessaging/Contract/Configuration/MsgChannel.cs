namespace MockMessaging.Contract;

/// <summary>A channel.</summary>
public sealed class MsgChannel
{
    /// <summary>Id of the channel: type, colon, lane.</summary>
    /// <example>wa360:918828218374</example>
    public string? ChannelId { get; set; }

    /// <summary>Through what kind of channel the contact is reached.</summary>
    public ContactType? ContactType { get; set; }

    /// <summary>Business number or account: the part of the channel id after the colon.</summary>
    /// <example>919999998888</example>
    public string? Lane { get; set; }

    /// <summary>Name.</summary>
    /// <example>Customer Support</example>
    public string? Name { get; set; }
}
