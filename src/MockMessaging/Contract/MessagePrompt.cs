namespace MockMessaging.Contract;

/// <summary>MessagePrompt</summary>
public sealed class MessagePrompt
{
    /// <summary>messageId</summary>
    public string? MessageId { get; set; }

    /// <summary>pageIndex</summary>
    public int? PageIndex { get; set; }

    /// <summary>type</summary>
    public string? Type { get; set; }
}
