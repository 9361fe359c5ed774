namespace MockMessaging.Contract;

/// <summary>PBName</summary>
public sealed class PBName
{
    /// <summary>firstName</summary>
    public string? FirstName { get; set; }

    /// <summary>formattedName</summary>
    public string? FormattedName { get; set; }

    /// <summary>lastName</summary>
    public string? LastName { get; set; }

    /// <summary>middleName</summary>
    public string? MiddleName { get; set; }
}
