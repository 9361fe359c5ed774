namespace MockMessaging.Control;

/// <summary>The faults of a workspace, in the order they are asked.</summary>
/// <param name="Faults">All of them, spent ones too.</param>
public sealed record FaultList(IReadOnlyList<FaultView> Faults);
