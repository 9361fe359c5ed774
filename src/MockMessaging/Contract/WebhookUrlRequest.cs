namespace MockMessaging.Contract;

/// <summary>WebhookUrlRequest</summary>
public sealed class WebhookUrlRequest
{
    /// <summary>url</summary>
    public string? Url { get; set; }
}
