namespace MockMessaging.Contract;

/// <summary>A contact's language.</summary>
public sealed class ContactPrefsUpdate
{
    /// <example>wa919988776655_918828218374</example>
    public string? ContactId { get; set; }

    /// <summary>Language, such as en or en_US.</summary>
    /// <example>en_US</example>
    public string? Lang { get; set; }
}
