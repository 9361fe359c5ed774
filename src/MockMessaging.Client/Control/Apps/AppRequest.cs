namespace MockMessaging.Control;

/// <summary>A client app to set.</summary>
public sealed class AppRequest
{
    /// <summary>Type of the app, in the vendor's word. It decides the mode, and so which pushes the app gets.</summary>
    /// <example>WEBHOOK</example>
    public string? AppType { get; set; }

    /// <summary>Queue code: letters, digits, '_', '-' and '.', at most 100. Default: the present one; for a new app its id.</summary>
    /// <example>orders_bot</example>
    public string? Queue { get; set; }

    /// <summary>Name, at most 200 characters. Default: the present one; for a new app its queue code.</summary>
    /// <example>Orders Bot</example>
    public string? KeyName { get; set; }

    /// <summary>True if another tenant owns it. Default false.</summary>
    public bool? Shared { get; set; }

    /// <summary>
    /// URL of its pushes, for an app of mode WEBHOOK; empty: none. Default: the registered one. For type WEBHOOK it is the same as
    /// <c>POST /api/v1/config/webhook</c> registers.
    /// </summary>
    /// <example>http://localhost:9099/webhook</example>
    public string? Webhook { get; set; }
}
