namespace MockMessaging.Contract;

/// <summary>InBoundMsgStatus</summary>
public sealed class InBoundMsgStatus
{
    /// <summary>contact</summary>
    public InBoundContact? Contact { get; set; }

    /// <summary>contactId</summary>
    public string? ContactId { get; set; }

    /// <summary>errors</summary>
    public IReadOnlyList<MessageReportError>? Errors { get; set; }

    /// <summary>id</summary>
    public string? Id { get; set; }

    /// <summary>messageIdExt</summary>
    public string? MessageIdExt { get; set; }

    /// <summary>status</summary>
    public PushedStatus? Status { get; set; }

    /// <summary>timestamp</summary>
    public long? Timestamp { get; set; }
}
