namespace MockMessaging.Contract;

/// <summary>A mail address of a card.</summary>
public sealed class PBEmail
{
    /// <summary>Mail address.</summary>
    public string? Email { get; set; }

    /// <summary>What is shown.</summary>
    public string? Label { get; set; }

    /// <summary>Type.</summary>
    public string? Type { get; set; }

    /// <summary>Id.</summary>
    public string? Uuid { get; set; }
}
