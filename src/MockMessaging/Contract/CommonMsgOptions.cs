namespace MockMessaging.Contract;

/// <summary>CommonMsgOptions</summary>
public sealed class CommonMsgOptions
{
    /// <summary>buttonDisplayScheme</summary>
    public ButtonDisplayScheme? ButtonDisplayScheme { get; set; }

    /// <summary>buttons</summary>
    public IReadOnlyList<TmplElement>? Buttons { get; set; }
}
