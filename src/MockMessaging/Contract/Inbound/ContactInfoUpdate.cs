namespace MockMessaging.Contract;

/// <summary>What a client tells of a contact when asked.</summary>
public sealed class ContactInfoUpdate
{
    /// <summary>Mail address, if it is to change.</summary>
    /// <example>abc@xyz.com</example>
    public string? Email { get; set; }

    /// <summary>Labels of the customer.</summary>
    public IReadOnlyList<CustomerLabel>? Labels { get; set; }

    /// <summary>Phone, if it is to change.</summary>
    /// <example>919988776655</example>
    public string? Mobile { get; set; }

    /// <summary>Name, if it is to change.</summary>
    /// <example>John Doe</example>
    public string? Name { get; set; }

    /// <summary>Id of the customer in the business's own records.</summary>
    /// <example>C34567</example>
    public string? ProfileId { get; set; }
}
