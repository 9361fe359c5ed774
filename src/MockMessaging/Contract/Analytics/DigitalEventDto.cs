namespace MockMessaging.Contract;

/// <summary>Something a customer did.</summary>
public sealed class DigitalEventDto
{
    /// <summary>Name of the event.</summary>
    /// <example>CUSTOMER_CREATED</example>
    public string? EventName { get; set; }

    /// <summary>Id.</summary>
    /// <example>1234567</example>
    public string? Id { get; set; }

    /// <summary>What it is connected with.</summary>
    public IReadOnlyList<DigitalObjectLink>? Links { get; set; }
}
