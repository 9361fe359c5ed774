namespace MockMessaging.Control;

/// <summary>Calls on the two callback routes, newest last.</summary>
/// <param name="Callbacks">Those still remembered.</param>
/// <param name="Evicted">How many older ones were forgotten (Limits:CallbacksKept).</param>
public sealed record CallbackList(IReadOnlyList<CallbackView> Callbacks, long Evicted);
