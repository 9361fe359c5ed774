namespace MockMessaging.Contract;

/// <summary>MsgChannel</summary>
public sealed class MsgChannel
{
    /// <summary>channelId</summary>
    public string? ChannelId { get; set; }

    /// <summary>contactType</summary>
    public ContactType? ContactType { get; set; }

    /// <summary>lane</summary>
    public string? Lane { get; set; }

    /// <summary>name</summary>
    public string? Name { get; set; }
}
