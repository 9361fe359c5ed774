using System.Text.Json.Nodes;

namespace MockMessaging.Control;

/// <summary>One thing in which a call differs from what was looked for.</summary>
/// <param name="At">Where: method, path, status, a header, a parameter of the query, or a place in the body.</param>
/// <param name="Expected">What was looked for.</param>
/// <param name="Actual">What the call had; absent where it had nothing there.</param>
public sealed record RequestDifference(string At, JsonNode? Expected, JsonNode? Actual);
