namespace MockMessaging.Control;

/// <summary>A client app to set. What is left out takes its default.</summary>
public sealed class AppRequest
{
    /// <summary>Type of the app, in the vendor's word. It decides the mode, and so which pushes the app gets.</summary>
    /// <example>WEBHOOK</example>
    public string? AppType { get; set; }

    /// <summary>Queue code: letters, digits, '_', '-' and '.', at most 100. Default: its id; the app of the key keeps its own.</summary>
    /// <example>orders_bot</example>
    public string? Queue { get; set; }

    /// <summary>Name, at most 200 characters. Default: its queue code; the app of the key keeps its own.</summary>
    /// <example>Orders Bot</example>
    public string? KeyName { get; set; }

    /// <summary>True if another tenant owns it. Default false.</summary>
    public bool? Shared { get; set; }

    /// <summary>
    /// URL of its pushes, for an app of mode WEBHOOK; empty: none. Default: none. For type WEBHOOK it is the same as
    /// <c>POST /api/v1/config/webhook</c> registers.
    /// </summary>
    /// <example>http://localhost:9099/webhook</example>
    public string? Webhook { get; set; }

    /// <summary>Follows from the path, and must be the same; an app can so be sent as it was read.</summary>
    public string? Id { get; set; }

    /// <summary>Follows from the type, and must be the same.</summary>
    public string? AppMode { get; set; }

    /// <summary>True for the app of the key; cannot be changed.</summary>
    public bool? Default { get; set; }
}
