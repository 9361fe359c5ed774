namespace MockMessaging.Contract;

/// <summary>InBoundAction</summary>
public sealed class InBoundAction
{
    /// <summary>actionCode</summary>
    public string? ActionCode { get; set; }
}
