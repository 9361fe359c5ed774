namespace MockMessaging.Control;

/// <summary>A call that almost matches.</summary>
/// <param name="Request">The call.</param>
/// <param name="Differences">In what it differs.</param>
public sealed record NearMiss(RequestView Request, IReadOnlyList<RequestDifference> Differences);
