namespace MockMessaging.Contract;

/// <summary>OutBoundMsgContactOrg</summary>
public sealed class OutBoundMsgContactOrg
{
    /// <summary>company</summary>
    public string? Company { get; set; }

    /// <summary>department</summary>
    public string? Department { get; set; }

    /// <summary>title</summary>
    public string? Title { get; set; }
}
