namespace MockMessaging.Conversations;

/// <summary>The types of messages a simulated customer can send by name.</summary>
internal static class InboundTypes
{
    private static readonly string[] All = ["text", "image", "video", "audio", "voice", "document", "location", "contacts", "system"];

    /// <summary>A sentence about a type that is pushed as it is, since it may be a mistake; empty for a known type.</summary>
    public static IReadOnlyList<string> Unusual(string? type) =>
        string.IsNullOrEmpty(type) || All.Contains(type, StringComparer.OrdinalIgnoreCase)
            ? []
            : [$"type '{type}' is none of {string.Join(", ", All)}; it is pushed as it is"];
}
