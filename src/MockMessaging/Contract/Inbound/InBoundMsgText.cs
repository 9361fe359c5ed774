namespace MockMessaging.Contract;

/// <summary>The text of a customer's message.</summary>
public sealed class InBoundMsgText
{
    /// <summary>Text.</summary>
    /// <example>your-text-message-content</example>
    public string? Body { get; set; }

    /// <summary>text, or what kind of content the text stands for.</summary>
    /// <example>image</example>
    public string? Type { get; set; }
}
