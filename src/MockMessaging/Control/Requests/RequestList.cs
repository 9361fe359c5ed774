namespace MockMessaging.Control;

/// <summary>Calls of the API, oldest first unless asked for otherwise.</summary>
/// <param name="Requests">Those that match and are still remembered.</param>
/// <param name="Evicted">How many older ones were forgotten (Limits:RequestsKept, Limits:RequestBytesKept).</param>
/// <param name="Next">Send it as <c>after</c>, or as <c>before</c> with the newest first, to go on; absent where nothing more matches.</param>
public sealed record RequestList(IReadOnlyList<RequestView> Requests, long Evicted, string? Next);
