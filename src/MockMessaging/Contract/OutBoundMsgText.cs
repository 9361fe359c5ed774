namespace MockMessaging.Contract;

/// <summary>OutBoundMsgText</summary>
public sealed class OutBoundMsgText
{
    /// <summary>body</summary>
    public string? Body { get; set; }
}
