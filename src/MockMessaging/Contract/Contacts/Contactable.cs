namespace MockMessaging.Contract;

/// <summary>A contact as it is reached.</summary>
public sealed class Contactable
{
    /// <summary>Kind of channel: the part of its id before the colon.</summary>
    public string? ChannelType { get; set; }

    /// <summary>Id of the contact.</summary>
    public string? ContactId { get; set; }

    /// <summary>Through what kind of channel the contact is reached.</summary>
    public string? ContactType { get; set; }

    /// <summary>The contact's name within the channel: phone, mail address or account id.</summary>
    public string? Csid { get; set; }

    /// <summary>Mail address.</summary>
    public string? Email { get; set; }

    /// <summary>Business number or account: the part of the channel id after the colon.</summary>
    public string? Lane { get; set; }

    /// <summary>Name.</summary>
    public string? Name { get; set; }

    /// <summary>Phone.</summary>
    public string? Phone { get; set; }
}
