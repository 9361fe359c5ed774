namespace MockMessaging.Control;

/// <summary>Who may use the control plane. Section <c>Control</c>.</summary>
public sealed class ControlOptions
{
    /// <summary>Whether the routes below <c>/_sandbox</c> exist. Default true; without them the server is only what the vendor documents.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>The token that calls of the control plane have to send as <c>Authorization: Bearer …</c>. Default: none is asked for.</summary>
    public string? Token { get; set; }
}
