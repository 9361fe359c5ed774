using System.Text.Json.Nodes;

namespace MockMessaging.Control;

/// <summary>One call on a callback route.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Path">The route.</param>
/// <param name="At">When, by the workspace's clock.</param>
/// <param name="Body">What came.</param>
public sealed record CallbackView(string Id, string Path, DateTimeOffset At, JsonNode? Body);

/// <summary>Calls on the two callback routes, oldest first unless asked for otherwise.</summary>
/// <param name="Callbacks">Those still remembered.</param>
/// <param name="Evicted">How many older ones were forgotten (Limits:CallbacksKept).</param>
/// <param name="Next">Send it as <c>after</c>, or as <c>before</c> with the newest first, to go on; absent where nothing more matches.</param>
public sealed record CallbackList(IReadOnlyList<CallbackView> Callbacks, long Evicted, string? Next);
