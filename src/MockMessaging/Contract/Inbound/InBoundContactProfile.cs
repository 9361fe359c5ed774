namespace MockMessaging.Contract;

/// <summary>Who a contact is, as pushed.</summary>
public sealed class InBoundContactProfile
{
    /// <summary>Mail address.</summary>
    /// <example>abc@xyz.com</example>
    public string? Email { get; set; }

    /// <summary>Name.</summary>
    /// <example>John Doe</example>
    public string? Name { get; set; }

    /// <summary>Phone.</summary>
    /// <example>919988776655</example>
    public string? Phone { get; set; }
}
