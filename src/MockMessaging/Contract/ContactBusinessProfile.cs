namespace MockMessaging.Contract;

/// <summary>ContactBusinessProfile</summary>
public sealed class ContactBusinessProfile
{
    /// <summary>email</summary>
    public string? Email { get; set; }

    /// <summary>name</summary>
    public string? Name { get; set; }

    /// <summary>phone</summary>
    public string? Phone { get; set; }

    /// <summary>profileId</summary>
    public string? ProfileId { get; set; }
}
