using System.Text.Json.Serialization.Metadata;

namespace MockMessaging.Fidelity;

/// <summary>A body and the way it is written, with the headers that go with it.</summary>
internal sealed record Envelope(object Body, JsonTypeInfo Shape)
{
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];
}
