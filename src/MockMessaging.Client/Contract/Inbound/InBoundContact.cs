namespace MockMessaging.Contract;

/// <summary>A contact, as pushed.</summary>
public sealed class InBoundContact
{
    public ContactBusinessProfile? BusinessProfile { get; set; }

    /// <summary>Id of the channel: type, colon, lane.</summary>
    /// <example>wa360:919988776655</example>
    public string? ChannelId { get; set; }

    /// <example>wa919988776655_918828218374</example>
    public string? ContactId { get; set; }

    public ContactType? ContactType { get; set; }

    /// <summary>Id of the contact within the channel: phone, mail address or account id.</summary>
    /// <example>91YOURNUMBER</example>
    public string? Csid { get; set; }

    /// <summary>Business number or account: the part of the channel id after the colon.</summary>
    /// <example>919999998888</example>
    public string? Lane { get; set; }

    public InBoundContactProfile? Profile { get; set; }
}

/// <summary>Profile of a contact, as pushed.</summary>
public sealed class InBoundContactProfile
{
    /// <example>abc@xyz.com</example>
    public string? Email { get; set; }

    /// <example>John Doe</example>
    public string? Name { get; set; }

    /// <example>919988776655</example>
    public string? Phone { get; set; }
}

/// <summary>Profile of a contact in the records of the business.</summary>
public sealed class ContactBusinessProfile
{
    /// <example>abc@xyz.com</example>
    public string? Email { get; set; }

    /// <example>John Doe</example>
    public string? Name { get; set; }

    /// <example>919988776655</example>
    public string? Phone { get; set; }

    /// <summary>Id of the customer in the business's own records.</summary>
    /// <example>C34567</example>
    public string? ProfileId { get; set; }
}

/// <summary>The response of a business to a request for contact information. It replaces what an earlier one said of the contact.</summary>
public sealed class ContactInfoUpdate
{
    /// <summary>Mail address of the contact.</summary>
    /// <example>abc@xyz.com</example>
    public string? Email { get; set; }

    public IReadOnlyList<CustomerLabel>? Labels { get; set; }

    /// <summary>Phone of the contact.</summary>
    /// <example>919988776655</example>
    public string? Mobile { get; set; }

    /// <summary>Name of the contact.</summary>
    /// <example>John Doe</example>
    public string? Name { get; set; }

    /// <summary>Id of the customer in the business's own records.</summary>
    /// <example>C34567</example>
    public string? ProfileId { get; set; }
}
