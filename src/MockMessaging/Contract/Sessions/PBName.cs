namespace MockMessaging.Contract;

/// <summary>The name of a card.</summary>
public sealed class PBName
{
    /// <summary>First name.</summary>
    public string? FirstName { get; set; }

    /// <summary>Name as it is shown.</summary>
    public string? FormattedName { get; set; }

    /// <summary>Last name.</summary>
    public string? LastName { get; set; }

    /// <summary>Middle name.</summary>
    public string? MiddleName { get; set; }
}
