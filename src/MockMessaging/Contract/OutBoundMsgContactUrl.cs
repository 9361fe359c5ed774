namespace MockMessaging.Contract;

/// <summary>OutBoundMsgContactUrl</summary>
public sealed class OutBoundMsgContactUrl
{
    /// <summary>type</summary>
    public string? Type { get; set; }

    /// <summary>url</summary>
    public string? Url { get; set; }
}
