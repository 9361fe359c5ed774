namespace MockMessaging.Control;

/// <summary>The faults of a workspace, in the order they are asked.</summary>
/// <param name="Faults">Those asked for, spent ones too.</param>
/// <param name="Next">Send it as <c>after</c>, or as <c>before</c> with the newest first, to go on; absent where nothing more is left.</param>
public sealed record FaultList(IReadOnlyList<FaultView> Faults, string? Next);
