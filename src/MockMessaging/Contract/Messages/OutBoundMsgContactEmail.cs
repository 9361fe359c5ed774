namespace MockMessaging.Contract;

/// <summary>A mail address on a contact card.</summary>
public sealed class OutBoundMsgContactEmail
{
    /// <summary>Mail address.</summary>
    /// <example>test@whatsapp.com</example>
    public string? Email { get; set; }

    /// <summary>Type.</summary>
    /// <example>WORK</example>
    public string? Type { get; set; }
}
