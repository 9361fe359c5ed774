namespace MockMessaging.Control;

/// <summary>Access to the control plane. Section <c>Control</c>.</summary>
public sealed class ControlOptions
{
    /// <summary>False switches off all routes below <c>/_sandbox</c>, so that only the vendor's API is left. Default true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Token that requests to the control plane must send as <c>Authorization: Bearer …</c>. Default: none.</summary>
    public string? Token { get; set; }
}
