using System.Text.Json.Nodes;

namespace MockMessaging.Control;

/// <summary>A push with all of its request.</summary>
/// <param name="Push">The push and what became of it.</param>
/// <param name="Headers">The headers it is sent with, beside Content-Type: application/json.</param>
/// <param name="Body">Its body.</param>
public sealed record PushDetail(PushView Push, IReadOnlyDictionary<string, string> Headers, JsonNode? Body);
