namespace MockMessaging.Contract;

/// <summary>A report on a sent message.</summary>
public sealed class InBoundMsgStatus
{
    /// <summary>The person it is about.</summary>
    public InBoundContact? Contact { get; set; }

    /// <summary>Id of the contact.</summary>
    /// <example>wa919988776655_918828218374</example>
    public string? ContactId { get; set; }

    /// <summary>What went wrong.</summary>
    public IReadOnlyList<MessageReportError>? Errors { get; set; }

    /// <summary>Id of the message, as in its receipt.</summary>
    /// <example>61f3810a02e14c0877fc1a32</example>
    public string? Id { get; set; }

    /// <summary>The provider's id of the message.</summary>
    /// <example>1234567</example>
    public string? MessageIdExt { get; set; }

    /// <summary>The latest status of the message.</summary>
    public PushedStatus? Status { get; set; }

    /// <summary>When, ms since the epoch.</summary>
    /// <example>156753339076</example>
    public long? Timestamp { get; set; }
}
