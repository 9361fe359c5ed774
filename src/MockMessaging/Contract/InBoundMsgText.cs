namespace MockMessaging.Contract;

/// <summary>InBoundMsgText</summary>
public sealed class InBoundMsgText
{
    /// <summary>body</summary>
    public string? Body { get; set; }

    /// <summary>type</summary>
    public string? Type { get; set; }
}
