using System.Text.Json.Serialization.Metadata;

namespace MockMessaging.Fidelity;

/// <summary>A response body, how it is written, and its headers.</summary>
internal sealed record Envelope(object Body, JsonTypeInfo Shape)
{
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];
}

/// <summary>What an envelope says about its request.</summary>
/// <param name="Now">The workspace's time; the server's if there is no workspace.</param>
internal readonly record struct EnvelopeFacts(string Path, string TraceId, DateTimeOffset Now)
{
    public long NowMs => Now.ToUnixTimeMilliseconds();
}
