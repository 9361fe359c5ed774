namespace MockMessaging.Contract;

/// <summary>A change of who is in charge of a session.</summary>
public sealed class SessionAssigned
{
    /// <summary>The agent from now on.</summary>
    public string? NewAgent { get; set; }

    /// <summary>The bot from now on.</summary>
    public string? NewBot { get; set; }

    /// <summary>The team from now on.</summary>
    public string? NewDept { get; set; }

    /// <summary>The agent until now.</summary>
    public string? OldAgent { get; set; }

    /// <summary>The bot until now.</summary>
    public string? OldBot { get; set; }

    /// <summary>The team until now.</summary>
    public string? OldDept { get; set; }
}
