namespace MockMessaging.Contract;

/// <summary>OutBoundContact</summary>
public sealed class OutBoundContact
{
    /// <summary>contactId</summary>
    public string? ContactId { get; set; }

    /// <summary>email</summary>
    public string? Email { get; set; }

    /// <summary>name</summary>
    public string? Name { get; set; }

    /// <summary>phone</summary>
    public string? Phone { get; set; }
}
