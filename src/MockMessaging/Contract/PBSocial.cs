namespace MockMessaging.Contract;

/// <summary>PBSocial</summary>
public sealed class PBSocial
{
    /// <summary>service</summary>
    public string? Service { get; set; }

    /// <summary>userid</summary>
    public string? Userid { get; set; }
}
