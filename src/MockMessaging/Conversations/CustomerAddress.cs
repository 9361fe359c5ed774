namespace MockMessaging.Conversations;

/// <summary>Who a simulated customer is.</summary>
public sealed class CustomerAddress
{
    /// <summary>Phone in international form, for WhatsApp and SMS.</summary>
    /// <example>+919988776655</example>
    public string? Phone { get; set; }

    /// <summary>Mail address, for e-mail channels.</summary>
    public string? Email { get; set; }

    /// <summary>Name shown beside the message.</summary>
    /// <example>Asha Rao</example>
    public string? Name { get; set; }

    /// <summary>Account id within the channel, for social channels.</summary>
    public string? Csid { get; set; }

    /// <summary>A contact that is known already; wins over all others.</summary>
    public string? ContactId { get; set; }
}
