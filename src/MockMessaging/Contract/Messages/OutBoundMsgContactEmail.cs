namespace MockMessaging.Contract;

/// <summary>A mail address on a contact card.</summary>
public sealed class OutBoundMsgContactEmail
{
    /// <summary>Mail address.</summary>
    /// <example>test@whatsapp.com</example>
    public string? Email { get; set; }

    /// <summary>WORK, HOME or the like.</summary>
    /// <example>WORK</example>
    public string? Type { get; set; }
}
