namespace MockMessaging.Contract;

/// <summary>An account on a contact card.</summary>
public sealed class OutBoundMsgContactSocial
{
    /// <summary>Name of the service.</summary>
    /// <example>FACEBOOK</example>
    public string? Service { get; set; }

    /// <summary>Id of the user.</summary>
    /// <example>https://www.facebook.com</example>
    public string? Userid { get; set; }
}
