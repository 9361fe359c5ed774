namespace MockMessaging.Contract;

/// <summary>PBVCard</summary>
public sealed class PBVCard
{
    /// <summary>addresses</summary>
    public IReadOnlyList<PBAddress>? Addresses { get; set; }

    /// <summary>dates</summary>
    public IReadOnlyList<PBDate>? Dates { get; set; }

    /// <summary>emails</summary>
    public IReadOnlyList<PBEmail>? Emails { get; set; }

    /// <summary>ims</summary>
    public IReadOnlyList<PBSocial>? Ims { get; set; }

    /// <summary>locations</summary>
    public IReadOnlyList<PBLocation>? Locations { get; set; }

    /// <summary>name</summary>
    public PBName? Name { get; set; }

    /// <summary>phones</summary>
    public IReadOnlyList<PBPhone>? Phones { get; set; }

    /// <summary>urls</summary>
    public IReadOnlyList<PBWebsite>? Urls { get; set; }

    /// <summary>work</summary>
    public IReadOnlyList<PBWork>? Work { get; set; }
}
