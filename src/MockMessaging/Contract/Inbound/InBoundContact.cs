namespace MockMessaging.Contract;

/// <summary>A contact, as pushed.</summary>
public sealed class InBoundContact
{
    /// <summary>What the business knows of the customer.</summary>
    public ContactBusinessProfile? BusinessProfile { get; set; }

    /// <summary>Id of the channel: type, colon, lane.</summary>
    /// <example>wa360:919988776655</example>
    public string? ChannelId { get; set; }

    /// <summary>Id of the contact.</summary>
    /// <example>wa919988776655_918828218374</example>
    public string? ContactId { get; set; }

    /// <summary>Through what kind of channel the contact is reached.</summary>
    public ContactType? ContactType { get; set; }

    /// <summary>The contact's name within the channel: phone, mail address or account id.</summary>
    /// <example>91YOURNUMBER</example>
    public string? Csid { get; set; }

    /// <summary>Business number or account: the part of the channel id after the colon.</summary>
    /// <example>919999998888</example>
    public string? Lane { get; set; }

    /// <summary>Who the contact is.</summary>
    public InBoundContactProfile? Profile { get; set; }
}
