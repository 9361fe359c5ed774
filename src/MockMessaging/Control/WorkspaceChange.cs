using MockMessaging.Fidelity;

namespace MockMessaging.Control;

/// <summary>Settings of a workspace; what is left out stays.</summary>
public sealed class WorkspaceChange
{
    /// <summary>Documented or Production.</summary>
    public FidelityMode? Fidelity { get; set; }
}
