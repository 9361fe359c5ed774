namespace MockMessaging.Contract;

/// <summary>The company of a card.</summary>
public sealed class PBWork
{
    /// <summary>Company.</summary>
    public string? Company { get; set; }

    /// <summary>Department.</summary>
    public string? Department { get; set; }

    /// <summary>What is shown.</summary>
    public string? Label { get; set; }

    /// <summary>Title.</summary>
    public string? Title { get; set; }
}
