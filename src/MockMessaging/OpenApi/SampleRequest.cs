using System.Text.Json.Nodes;

namespace MockMessaging.OpenApi;

/// <summary>A body that works, and what to call it among several.</summary>
internal sealed record SampleRequest(string Name, JsonNode Body);
