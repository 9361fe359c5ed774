namespace MockMessaging.Contract;

/// <summary>DigitalObjectLink</summary>
public sealed class DigitalObjectLink
{
    /// <summary>linkName</summary>
    public string? LinkName { get; set; }

    /// <summary>linkType</summary>
    public string? LinkType { get; set; }

    /// <summary>linkValue</summary>
    public string? LinkValue { get; set; }
}
