namespace MockMessaging.Contract;

/// <summary>A date of a card.</summary>
public sealed class PBDate
{
    /// <summary>Date.</summary>
    public string? Date { get; set; }

    /// <summary>What is shown.</summary>
    public string? Label { get; set; }

    /// <summary>Type.</summary>
    public string? Type { get; set; }
}
