namespace MockMessaging.Contract;

/// <summary>A webhook to register.</summary>
public sealed class WebhookUrlRequest
{
    /// <summary>Address of your own application, or of a partner, called exactly as given; empty for nowhere. In production it must be https with a valid certificate.</summary>
    /// <example>https://www.example.com/webhook</example>
    public string? Url { get; set; }
}
