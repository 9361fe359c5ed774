namespace MockMessaging.Contract;

/// <summary>A connection to something else.</summary>
public sealed class DigitalObjectLink
{
    /// <summary>Name of the link.</summary>
    public string? LinkName { get; set; }

    /// <summary>Type of the link.</summary>
    public string? LinkType { get; set; }

    /// <summary>What is linked.</summary>
    public string? LinkValue { get; set; }
}
