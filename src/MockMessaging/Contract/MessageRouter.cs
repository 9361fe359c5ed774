namespace MockMessaging.Contract;

/// <summary>MessageRouter</summary>
public sealed class MessageRouter
{
    /// <summary>queueCode</summary>
    public string? QueueCode { get; set; }

    /// <summary>routerId</summary>
    public string? RouterId { get; set; }

    /// <summary>sendMode</summary>
    public string? SendMode { get; set; }

    /// <summary>senderApp</summary>
    public string? SenderApp { get; set; }

    /// <summary>senderCode</summary>
    public string? SenderCode { get; set; }

    /// <summary>senderType</summary>
    public string? SenderType { get; set; }
}
