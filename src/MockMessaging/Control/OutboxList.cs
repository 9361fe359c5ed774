namespace MockMessaging.Control;

/// <summary>Pushes to fetch, oldest first.</summary>
/// <param name="Pushes">Those after the cursor that are still remembered.</param>
/// <param name="Next">The cursor to send next time.</param>
/// <param name="Evicted">How many were forgotten (Limits:PushesKept).</param>
/// <param name="Missed">How many of those were forgotten before they were fetched, counted from the cursor.</param>
public sealed record OutboxList(IReadOnlyList<OutboxItem> Pushes, long Next, long Evicted, long Missed);
