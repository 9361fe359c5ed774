using System.Text.Json.Nodes;

namespace MockMessaging.Control;

/// <summary>A request to a callback route.</summary>
/// <param name="Id">Id of the callback.</param>
/// <param name="Path">Path of the route.</param>
/// <param name="At">When it arrived, by the workspace's clock.</param>
/// <param name="Body">Body of the request.</param>
public sealed record CallbackView(string Id, string Path, DateTimeOffset At, JsonNode? Body) : ControlRecord;

/// <summary>Requests to the two callback routes, oldest first unless `order` is newest.</summary>
/// <param name="Callbacks">The stored ones.</param>
/// <param name="Evicted">How many older ones are no longer stored (Limits:CallbacksKept).</param>
/// <param name="Next">Send it as `after` (or as `before` with `order=newest`) to get the next page; absent on the last page.</param>
public sealed record CallbackList(IReadOnlyList<CallbackView> Callbacks, long Evicted, string? Next) : ControlRecord;
