namespace MockMessaging.Contract;

/// <summary>A text to send.</summary>
public sealed class OutBoundMsgText
{
    /// <summary>Text.</summary>
    /// <example>your-text-message-content</example>
    public string? Body { get; set; }
}
