namespace MockMessaging.Contract;

/// <summary>Buttons of a message.</summary>
public sealed class CommonMsgOptions
{
    /// <summary>How buttons are shown.</summary>
    [DocumentedValues("auto", "list", "buttons")]
    public string? ButtonDisplayScheme { get; set; }

    /// <summary>Buttons below the message.</summary>
    public IReadOnlyList<TmplElement>? Buttons { get; set; }
}
