namespace MockMessaging.Contract;

/// <summary>An account of a card.</summary>
public sealed class PBSocial
{
    /// <summary>Name of the service.</summary>
    public string? Service { get; set; }

    /// <summary>Id of the user.</summary>
    public string? Userid { get; set; }
}
