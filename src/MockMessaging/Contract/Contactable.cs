namespace MockMessaging.Contract;

/// <summary>Contactable</summary>
public sealed class Contactable
{
    /// <summary>channelType</summary>
    public string? ChannelType { get; set; }

    /// <summary>contactId</summary>
    public string? ContactId { get; set; }

    /// <summary>contactType</summary>
    public string? ContactType { get; set; }

    /// <summary>csid</summary>
    public string? Csid { get; set; }

    /// <summary>email</summary>
    public string? Email { get; set; }

    /// <summary>lane</summary>
    public string? Lane { get; set; }

    /// <summary>name</summary>
    public string? Name { get; set; }

    /// <summary>phone</summary>
    public string? Phone { get; set; }
}
