namespace MockMessaging.Control;

/// <summary>The pushes of a workspace, oldest first unless asked for otherwise.</summary>
/// <param name="Pushes">Those that match and are still remembered.</param>
/// <param name="Evicted">How many older ones were forgotten (Limits:PushesKept); one that was still waiting is sent all the same.</param>
/// <param name="Receivers">How far each receiver is behind.</param>
/// <param name="Next">Send it as <c>after</c>, or as <c>before</c> with the newest first, to go on; absent where nothing more matches.</param>
public sealed record PushList(IReadOnlyList<PushView> Pushes, long Evicted, IReadOnlyList<ReceiverView> Receivers, string? Next);
