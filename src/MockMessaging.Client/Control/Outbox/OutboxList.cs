using System.Text.Json.Nodes;

namespace MockMessaging.Control;

/// <summary>Pushes to fetch, oldest first unless `order` is newest.</summary>
/// <param name="Pushes">The stored pushes after the cursor.</param>
/// <param name="Next">The cursor for the next request: send it as `after` (or as `before` with `order=newest`).</param>
/// <param name="More">True if there are more pushes than this response contains.</param>
/// <param name="Evicted">How many older pushes are no longer stored (Limits:PushesKept).</param>
/// <param name="Missed">How many of those came after your cursor, so that you never fetched them.</param>
public sealed record OutboxList(IReadOnlyList<OutboxItem> Pushes, long Next, bool More, long Evicted, long Missed) : ControlRecord;

/// <summary>A push to fetch.</summary>
/// <param name="Cursor">Send it as `after` to get the pushes after this one.</param>
/// <param name="Id">Id of the push.</param>
/// <param name="Type">messages, statuses, events, or raw for a body of your own.</param>
/// <param name="Subject">A status, an event code or a message type.</param>
/// <param name="AppId">The client app it is for.</param>
/// <param name="State">State of the push to the webhook; skipped if the app has no webhook.</param>
/// <param name="CreatedAt">When it was made, by the workspace's clock.</param>
/// <param name="Headers">The headers of the push, without Content-Type: application/json.</param>
/// <param name="Body">The body as it is pushed.</param>
public sealed record OutboxItem(
    long Cursor, string Id, string Type, string Subject, string? AppId, string State, DateTimeOffset CreatedAt, IReadOnlyDictionary<string, string> Headers, JsonNode? Body) : ControlRecord;
