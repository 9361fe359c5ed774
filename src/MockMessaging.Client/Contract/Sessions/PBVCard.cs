namespace MockMessaging.Contract;

/// <summary>A card.</summary>
public sealed class PBVCard
{
    public IReadOnlyList<PBAddress>? Addresses { get; set; }
    public IReadOnlyList<PBDate>? Dates { get; set; }
    public IReadOnlyList<PBEmail>? Emails { get; set; }

    /// <summary>Accounts on messaging services.</summary>
    public IReadOnlyList<PBSocial>? Ims { get; set; }

    public IReadOnlyList<PBLocation>? Locations { get; set; }
    public PBName? Name { get; set; }
    public IReadOnlyList<PBPhone>? Phones { get; set; }
    public IReadOnlyList<PBWebsite>? Urls { get; set; }
    public IReadOnlyList<PBWork>? Work { get; set; }
}

/// <summary>An address of a card.</summary>
public sealed class PBAddress
{
    public string? City { get; set; }
    public string? Country { get; set; }

    /// <summary>ISO code of the country.</summary>
    public string? CountryCode { get; set; }

    /// <summary>State or region.</summary>
    public string? State { get; set; }

    /// <summary>Street and number.</summary>
    public string? Street { get; set; }

    public string? Type { get; set; }
    public string? Uuid { get; set; }

    /// <summary>Postal code.</summary>
    public string? Zip { get; set; }
}

/// <summary>A date of a card.</summary>
public sealed class PBDate
{
    public string? Date { get; set; }
    public string? Label { get; set; }
    public string? Type { get; set; }
}

/// <summary>A mail address of a card.</summary>
public sealed class PBEmail
{
    public string? Email { get; set; }
    public string? Label { get; set; }
    public string? Type { get; set; }
    public string? Uuid { get; set; }
}

/// <summary>A place of a card.</summary>
public sealed class PBLocation
{
    /// <summary>Postal address in one line.</summary>
    public string? Address { get; set; }

    /// <summary>Degrees north.</summary>
    public string? Latitude { get; set; }

    /// <summary>Degrees east.</summary>
    public string? Longitude { get; set; }

    public string? Name { get; set; }
    public string? Url { get; set; }
}

/// <summary>The name of a card.</summary>
public sealed class PBName
{
    public string? FirstName { get; set; }

    /// <summary>Name that is shown.</summary>
    public string? FormattedName { get; set; }

    public string? LastName { get; set; }
    public string? MiddleName { get; set; }
}

/// <summary>A phone of a card.</summary>
public sealed class PBPhone
{
    public string? Country { get; set; }
    public string? CountryCallingCode { get; set; }
    public string? Ext { get; set; }
    public string? Label { get; set; }

    /// <summary>Number without the country.</summary>
    public string? NationalNumber { get; set; }

    public string? Phone { get; set; }
    public string? Type { get; set; }
    public string? Uuid { get; set; }

    /// <summary>Number on WhatsApp.</summary>
    public string? WhatsAppId { get; set; }
}

/// <summary>An account of a card.</summary>
public sealed class PBSocial
{
    public string? Service { get; set; }
    public string? Userid { get; set; }
}

/// <summary>A web address of a card.</summary>
public sealed class PBWebsite
{
    public string? Label { get; set; }
    public string? Type { get; set; }
    public string? Url { get; set; }
    public string? Uuid { get; set; }
}

/// <summary>The company of a card.</summary>
public sealed class PBWork
{
    public string? Company { get; set; }
    public string? Department { get; set; }
    public string? Label { get; set; }
    public string? Title { get; set; }
}
