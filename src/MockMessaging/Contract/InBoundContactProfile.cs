namespace MockMessaging.Contract;

/// <summary>InBoundContactProfile</summary>
public sealed class InBoundContactProfile
{
    /// <summary>email</summary>
    public string? Email { get; set; }

    /// <summary>name</summary>
    public string? Name { get; set; }

    /// <summary>phone</summary>
    public string? Phone { get; set; }
}
