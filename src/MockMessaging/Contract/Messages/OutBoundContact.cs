namespace MockMessaging.Contract;

/// <summary>Who a message is for.</summary>
public sealed class OutBoundContact
{
    /// <summary>Id of the contact, as pushes tell it; wins over phone and mail address.</summary>
    public string? ContactId { get; set; }

    /// <summary>Mail address, for e-mail channels.</summary>
    public string? Email { get; set; }

    /// <summary>Name of the receiver in this message, whatever the contact's own name is.</summary>
    public string? Name { get; set; }

    /// <summary>Phone, for WhatsApp and SMS; in international form with a plus, blanks are fine.</summary>
    public string? Phone { get; set; }
}
