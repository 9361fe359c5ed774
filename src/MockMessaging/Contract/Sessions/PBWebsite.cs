namespace MockMessaging.Contract;

/// <summary>A web address of a card.</summary>
public sealed class PBWebsite
{
    /// <summary>What is shown.</summary>
    public string? Label { get; set; }

    /// <summary>Type.</summary>
    public string? Type { get; set; }

    /// <summary>Address.</summary>
    public string? Url { get; set; }

    /// <summary>Id.</summary>
    public string? Uuid { get; set; }
}
