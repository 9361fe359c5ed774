namespace MockMessaging.Contract;

/// <summary>Who a message is for.</summary>
public sealed class OutBoundContact
{
    /// <summary>Id of the contact; wins over phone and mail address.</summary>
    public string? ContactId { get; set; }

    /// <summary>Mail address.</summary>
    public string? Email { get; set; }

    /// <summary>Name.</summary>
    public string? Name { get; set; }

    /// <summary>Phone; in international form with a plus, blanks are fine.</summary>
    public string? Phone { get; set; }
}
