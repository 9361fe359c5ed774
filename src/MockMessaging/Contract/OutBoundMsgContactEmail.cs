namespace MockMessaging.Contract;

/// <summary>OutBoundMsgContactEmail</summary>
public sealed class OutBoundMsgContactEmail
{
    /// <summary>email</summary>
    public string? Email { get; set; }

    /// <summary>type</summary>
    public string? Type { get; set; }
}
