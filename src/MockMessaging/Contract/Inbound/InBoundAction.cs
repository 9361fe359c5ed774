namespace MockMessaging.Contract;

/// <summary>An action asked of the client.</summary>
public sealed class InBoundAction
{
    /// <summary>Code of the action.</summary>
    /// <example>SEND_INVOICE</example>
    public string? ActionCode { get; set; }
}
