namespace MockMessaging.Contract;

/// <summary>SessionStatusClose</summary>
public sealed class SessionStatusClose
{
    /// <summary>sessionId</summary>
    public string? SessionId { get; set; }
}
