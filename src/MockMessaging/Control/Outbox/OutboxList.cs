namespace MockMessaging.Control;

/// <summary>Pushes to fetch, oldest first unless asked for otherwise.</summary>
/// <param name="Pushes">Those after the cursor that are still remembered.</param>
/// <param name="Next">The cursor to send next time as <c>after</c>, or as <c>before</c> with the newest first.</param>
/// <param name="More">Whether there are more already than this answer holds.</param>
/// <param name="Evicted">How many were forgotten (Limits:PushesKept).</param>
/// <param name="Missed">How many of those were forgotten before they were fetched, counted from the cursor.</param>
public sealed record OutboxList(IReadOnlyList<OutboxItem> Pushes, long Next, bool More, long Evicted, long Missed);
