namespace MockMessaging.Control;

/// <summary>Calls of the API, oldest first.</summary>
/// <param name="Requests">Those that match and are still remembered.</param>
/// <param name="Evicted">How many older ones were forgotten (Limits:RequestsKept, Limits:RequestBytesKept).</param>
public sealed record RequestList(IReadOnlyList<RequestView> Requests, long Evicted);
