namespace MockMessaging.Control;

/// <summary>Who may use the control plane. Section <c>Control</c>.</summary>
public sealed class ControlOptions
{
    /// <summary>False switches off all routes below <c>/_sandbox</c>, so that only the vendor's API is left. Default true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Token that calls of the control plane must send as <c>Authorization: Bearer …</c>. Default: none.</summary>
    public string? Token { get; set; }
}
