using MockMessaging.Fidelity;

namespace MockMessaging.Control;

/// <summary>Settings of a workspace; what is left out stays.</summary>
public sealed class WorkspaceChange
{
    /// <summary>Documented or Production.</summary>
    public FidelityMode? Fidelity { get; set; }

    /// <summary>Whether free text on WhatsApp more than 24 hours after the contact's last message fails with 470.</summary>
    public bool? CareWindow { get; set; }

    /// <summary>What ids, people and texts follow from, from now on.</summary>
    /// <example>42</example>
    public long? Seed { get; set; }

    /// <summary>How fast messages move.</summary>
    public DelaysRequest? Delays { get; set; }
}
