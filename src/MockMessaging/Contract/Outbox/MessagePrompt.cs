namespace MockMessaging.Contract;

/// <summary>What a customer is asked.</summary>
public sealed class MessagePrompt
{
    /// <summary>Id of the message.</summary>
    public string? MessageId { get; set; }

    /// <summary>Page that is asked for.</summary>
    public int? PageIndex { get; set; }

    /// <summary>Type.</summary>
    public string? Type { get; set; }
}
