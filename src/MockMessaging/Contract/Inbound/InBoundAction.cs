namespace MockMessaging.Contract;

/// <summary>An action asked of the client.</summary>
public sealed class InBoundAction
{
    /// <summary>What an agent or the service did.</summary>
    /// <example>SEND_INVOICE</example>
    public string? ActionCode { get; set; }
}
