namespace MockMessaging.Contract;

/// <summary>What is known of a customer.</summary>
public sealed class ChatProfileDTO
{
    /// <summary>Code.</summary>
    public string? Code { get; set; }

    /// <summary>Id of the contact.</summary>
    public string? ContactId { get; set; }

    /// <summary>Mail address.</summary>
    public string? Email { get; set; }

    /// <summary>Id.</summary>
    public string? Id { get; set; }

    /// <summary>Labels of the customer.</summary>
    public IReadOnlyList<CustomerLabel>? Labels { get; set; }

    /// <summary>Phone.</summary>
    public string? Mobile { get; set; }

    /// <summary>Name.</summary>
    public string? Name { get; set; }

    /// <summary>Id of the customer in the business's own records.</summary>
    public string? ProfileId { get; set; }

    /// <summary>Id of the user.</summary>
    public string? UserId { get; set; }
}
