namespace MockMessaging.Contract;

/// <summary>ContactInfoUpdate</summary>
public sealed class ContactInfoUpdate
{
    /// <summary>email</summary>
    public string? Email { get; set; }

    /// <summary>labels</summary>
    public IReadOnlyList<CustomerLabel>? Labels { get; set; }

    /// <summary>mobile</summary>
    public string? Mobile { get; set; }

    /// <summary>name</summary>
    public string? Name { get; set; }

    /// <summary>profileId</summary>
    public string? ProfileId { get; set; }
}
