namespace MockMessaging.Contract;

/// <summary>SessionAssigned</summary>
public sealed class SessionAssigned
{
    /// <summary>newAgent</summary>
    public string? NewAgent { get; set; }

    /// <summary>newBot</summary>
    public string? NewBot { get; set; }

    /// <summary>newDept</summary>
    public string? NewDept { get; set; }

    /// <summary>oldAgent</summary>
    public string? OldAgent { get; set; }

    /// <summary>oldBot</summary>
    public string? OldBot { get; set; }

    /// <summary>oldDept</summary>
    public string? OldDept { get; set; }
}
