namespace MockMessaging.Contract;

/// <summary>A card.</summary>
public sealed class PBVCard
{
    /// <summary>Postal addresses.</summary>
    public IReadOnlyList<PBAddress>? Addresses { get; set; }

    /// <summary>Dates.</summary>
    public IReadOnlyList<PBDate>? Dates { get; set; }

    /// <summary>Mail addresses.</summary>
    public IReadOnlyList<PBEmail>? Emails { get; set; }

    /// <summary>Accounts on messaging services.</summary>
    public IReadOnlyList<PBSocial>? Ims { get; set; }

    /// <summary>Places.</summary>
    public IReadOnlyList<PBLocation>? Locations { get; set; }

    /// <summary>Name.</summary>
    public PBName? Name { get; set; }

    /// <summary>Phones.</summary>
    public IReadOnlyList<PBPhone>? Phones { get; set; }

    /// <summary>Web addresses.</summary>
    public IReadOnlyList<PBWebsite>? Urls { get; set; }

    /// <summary>Where the person works.</summary>
    public IReadOnlyList<PBWork>? Work { get; set; }
}
