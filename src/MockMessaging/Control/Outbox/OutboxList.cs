using System.Text.Json.Nodes;

namespace MockMessaging.Control;

/// <summary>Pushes to fetch, oldest first unless asked for otherwise.</summary>
/// <param name="Pushes">Those after the cursor that are still remembered.</param>
/// <param name="Next">The cursor to send next time as <c>after</c>, or as <c>before</c> with the newest first.</param>
/// <param name="More">Whether there are more already than this answer holds.</param>
/// <param name="Evicted">How many were forgotten (Limits:PushesKept).</param>
/// <param name="Missed">How many of those were forgotten before they were fetched, counted from the cursor.</param>
public sealed record OutboxList(IReadOnlyList<OutboxItem> Pushes, long Next, bool More, long Evicted, long Missed);

/// <summary>A push to fetch.</summary>
/// <param name="Cursor">Send it as <c>after</c> to get what comes after it.</param>
/// <param name="Id">Its id.</param>
/// <param name="Type">messages, statuses or events.</param>
/// <param name="Subject">What it tells.</param>
/// <param name="AppId">The client app it is for.</param>
/// <param name="State">What became of it as a push; skipped where the app has no webhook.</param>
/// <param name="CreatedAt">When it was made, by the workspace's clock.</param>
/// <param name="Headers">The headers it is pushed with, beside Content-Type: application/json.</param>
/// <param name="Body">The wrapper, as it is pushed.</param>
public sealed record OutboxItem(
    long Cursor, string Id, string Type, string Subject, string? AppId, string State, DateTimeOffset CreatedAt, IReadOnlyDictionary<string, string> Headers, JsonNode? Body);
