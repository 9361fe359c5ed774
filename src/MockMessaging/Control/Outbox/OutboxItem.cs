using System.Text.Json.Nodes;

namespace MockMessaging.Control;

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
