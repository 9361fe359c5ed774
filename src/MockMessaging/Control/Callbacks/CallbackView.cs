using System.Text.Json.Nodes;

namespace MockMessaging.Control;

/// <summary>One call on a callback route.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Path">The route.</param>
/// <param name="At">When, by the workspace's clock.</param>
/// <param name="Body">What came.</param>
public sealed record CallbackView(string Id, string Path, DateTimeOffset At, JsonNode? Body);
