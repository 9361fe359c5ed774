namespace MockMessaging.Contract;

/// <summary>What the business knows of a contact.</summary>
public sealed class ContactBusinessProfile
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

    /// <summary>Id of the customer in the business's own records.</summary>
    /// <example>C34567</example>
    public string? ProfileId { get; set; }
}
