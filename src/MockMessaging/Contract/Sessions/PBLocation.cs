namespace MockMessaging.Contract;

/// <summary>A place of a card.</summary>
public sealed class PBLocation
{
    /// <summary>Postal address in one line.</summary>
    public string? Address { get; set; }

    /// <summary>Degrees north.</summary>
    public string? Latitude { get; set; }

    /// <summary>Degrees east.</summary>
    public string? Longitude { get; set; }

    /// <summary>Name.</summary>
    public string? Name { get; set; }

    /// <summary>Address.</summary>
    public string? Url { get; set; }
}
