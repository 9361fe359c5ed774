namespace MockMessaging.Contract;

/// <summary>OutBoundMsgContactSocial</summary>
public sealed class OutBoundMsgContactSocial
{
    /// <summary>service</summary>
    public string? Service { get; set; }

    /// <summary>userid</summary>
    public string? Userid { get; set; }
}
