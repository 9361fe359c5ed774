namespace MockMessaging.Contract;

/// <summary>ContactPrefsUpdate</summary>
public sealed class ContactPrefsUpdate
{
    /// <summary>contactId</summary>
    public string? ContactId { get; set; }

    /// <summary>lang</summary>
    public string? Lang { get; set; }
}
