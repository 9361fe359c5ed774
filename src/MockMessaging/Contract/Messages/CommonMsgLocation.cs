namespace MockMessaging.Contract;

/// <summary>A place on the map.</summary>
public sealed class CommonMsgLocation
{
    /// <summary>Postal address in one line.</summary>
    /// <example>1 Hacker Way, Menlo Park, CA, 94025</example>
    public string? Address { get; set; }

    /// <summary>Degrees north.</summary>
    /// <example>12.90909</example>
    public string? Latitude { get; set; }

    /// <summary>Degrees east.</summary>
    /// <example>6.90808</example>
    public string? Longitude { get; set; }

    /// <summary>Name.</summary>
    /// <example>Main Building</example>
    public string? Name { get; set; }

    /// <summary>Address of a page about the place.</summary>
    /// <example>Location URL</example>
    public string? Url { get; set; }
}
