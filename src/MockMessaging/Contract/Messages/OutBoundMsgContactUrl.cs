namespace MockMessaging.Contract;

/// <summary>A web address on a contact card.</summary>
public sealed class OutBoundMsgContactUrl
{
    /// <summary>WORK, HOME or the like.</summary>
    /// <example>WORK</example>
    public string? Type { get; set; }

    /// <summary>Address.</summary>
    /// <example>https://www.facebook.com</example>
    public string? Url { get; set; }
}
