namespace MockMessaging.Contract;

/// <summary>A webhook to register.</summary>
public sealed class WebhookUrlRequest
{
    /// <summary>Where pushes go, called exactly as given; empty for nowhere.</summary>
    /// <example>https://www.example.com/webhook</example>
    public string? Url { get; set; }
}
